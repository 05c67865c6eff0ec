namespace Gan.Experiments.Atlas.Transport;

/// <summary>
/// The plan γ that moves a distribution p to another one q at the least cost: the linear programme min Σ γᵢⱼ cᵢⱼ over γ ≥ 0 with row sums p and column sums q.
/// Its dual, max Σ pᵢ uᵢ + Σ qⱼ vⱼ with uᵢ + vⱼ ≤ cᵢⱼ, is solved with it, and proves it: both have one value.
/// </summary>
/// <remarks>
/// No package solves it for every user: Google.OrTools 9.15 asks for the native libraries of five platforms, 115 MB to download and 440 MB on disk, and has none for Windows on Arm; Microsoft.Z3 has none for Linux;
/// MathNet.Numerics has no linear programmes. So this is solved here, and the tests compare it with HiGHS.
/// The method is that of successive shortest paths with potentials (Edmonds and Karp 1972, doi 10.1145/321694.321699). Where c is a distance, u is what the best critic of slope 1 returns (Kantorovich and Rubinstein; Villani 2009, doi 10.1007/978-3-540-71050-9).
/// </remarks>
/// <param name="Plan">γ, a row for each outcome of p.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="RowPotentials">u.</param>
/// <param name="ColumnPotentials">v.</param>
internal sealed record OptimalPlan(double[][] Plan, double Cost, double[] RowPotentials, double[] ColumnPotentials)
{
    // What is left of a share by rounding is nothing.
    private const double Nothing = 1e-15;

    /// <param name="p">The shares to be moved, positive, with the sum of those of <paramref name="q"/>.</param>
    /// <param name="q">Where they go.</param>
    /// <param name="cost">What moving a unit costs, by row and column.</param>
    public static OptimalPlan Of(double[] p, double[] q, Func<int, int, double> cost)
    {
        var search = new Search(p, q, cost);
        while (search.Source() is >= 0 and var source)
            search.Augment(source);
        var (plan, v) = (search.Plan, search.V);
        // As high as v allows: so u is defined, and no steeper than the cost, also where nothing is to be moved.
        double[] u = [.. p.Select((_, i) => v.Select((potential, j) => cost(i, j) - potential).Min())];
        return new(plan, plan.SelectMany((row, i) => row.Select((share, j) => share * cost(i, j))).Sum(), u, v);
    }

    private sealed class Search
    {
        private readonly double[] _left, _room;
        private readonly double[][] _cost;

        public Search(double[] p, double[] q, Func<int, int, double> cost)
        {
            (_left, _room) = ([.. p], [.. q]);
            _cost = [.. p.Select((_, i) => q.Select((_, j) => cost(i, j)).ToArray())];
            Plan = [.. p.Select(_ => new double[q.Length])];
            U = new double[p.Length];
            V = [.. q.Select((_, j) => _cost.Min(row => row[j]))];
        }

        public double[][] Plan { get; }

        private double[] U { get; }

        public double[] V { get; }

        public int Source() => Array.FindIndex(_left, static share => share > Nothing);

        // The cheapest way from a row that has something left to a column that has room, over what is moved already; costs are less the potentials, so that none is negative.
        public void Augment(int source)
        {
            var (rows, columns) = (Infinite(U.Length), Infinite(V.Length));
            var (rowBefore, columnBefore) = (new int[U.Length], new int[V.Length]);
            var (rowDone, columnDone) = (new bool[U.Length], new bool[V.Length]);
            (rows[source], rowBefore[source]) = (0, -1);
            int target;
            while (true)
            {
                var (row, column) = (Nearest(rows, rowDone), Nearest(columns, columnDone));
                if (row >= 0 && (column < 0 || rows[row] <= columns[column]))
                {
                    rowDone[row] = true;
                    for (var j = 0; j < V.Length; j++)
                        Relax(columns, columnBefore, j, rows[row] + Math.Max(0, _cost[row][j] - U[row] - V[j]), row, columnDone);
                    continue;
                }

                columnDone[column] = true;
                if (_room[column] > Nothing)
                {
                    target = column;
                    break;
                }

                for (var i = 0; i < U.Length; i++)
                {
                    if (Plan[i][column] > 0)
                        Relax(rows, rowBefore, i, columns[column], column, rowDone);
                }
            }

            Shift(rows, columns, rowDone, columnDone, columns[target]);
            Move(source, target, rowBefore, columnBefore);
        }

        private void Shift(double[] rows, double[] columns, bool[] rowDone, bool[] columnDone, double length)
        {
            for (var i = 0; i < U.Length; i++)
                U[i] += rowDone[i] ? length - rows[i] : 0;
            for (var j = 0; j < V.Length; j++)
                V[j] -= columnDone[j] ? length - columns[j] : 0;
        }

        private void Move(int source, int target, int[] rowBefore, int[] columnBefore)
        {
            var share = Math.Min(_left[source], _room[target]);
            for (var (row, column) = (columnBefore[target], target); rowBefore[row] >= 0; (row, column) = (columnBefore[rowBefore[row]], rowBefore[row]))
                share = Math.Min(share, Plan[row][rowBefore[row]]);
            for (var (row, column) = (columnBefore[target], target); ; (row, column) = (columnBefore[rowBefore[row]], rowBefore[row]))
            {
                Plan[row][column] += share;
                if (rowBefore[row] < 0)
                    break;
                Plan[row][rowBefore[row]] -= share;
            }

            _left[source] -= share;
            _room[target] -= share;
        }

        private static void Relax(double[] distances, int[] before, int at, double distance, int from, bool[] done)
        {
            if (!done[at] && distance < distances[at])
                (distances[at], before[at]) = (distance, from);
        }

        private static int Nearest(double[] distances, bool[] done)
        {
            var nearest = -1;
            for (var i = 0; i < distances.Length; i++)
            {
                if (!done[i] && double.IsFinite(distances[i]) && (nearest < 0 || distances[i] < distances[nearest]))
                    nearest = i;
            }

            return nearest;
        }

        private static double[] Infinite(int length)
        {
            var values = new double[length];
            Array.Fill(values, double.PositiveInfinity);
            return values;
        }
    }
}
