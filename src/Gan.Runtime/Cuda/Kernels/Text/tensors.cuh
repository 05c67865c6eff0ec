// What is updated is cut into tiles, which are numbered through all tensors.
static const int each = 8;              // elements that a thread takes of a tile
static const int tile = each * threads;

// A list of tensors: a row has what is known of one, with its first tile and its number of elements.
template <class Row>
struct List
{
    const Row* rows;
    long long count;
    long long tiles;
};

// The tensor that a tile is of: the last that begins with this tile or before. An empty one has no tile.
template <class Row>
static __device__ __forceinline__ const Row& row_of(const List<Row>& list, long long t)
{
    long long low = 0, high = list.count - 1;
    while (low < high)
    {
        const long long middle = (low + high + 1) / 2;
        if (list.rows[middle].first <= t)
            low = middle;
        else
            high = middle - 1;
    }

    return list.rows[low];
}

// Updates a thread's elements of every tensor: some of each tile of its block, where the last tile of a tensor may not be full. Any address will do.
// All of a tile is read before any of it is written, so that reads wait for no write.
template <class Row, class Update>
static __device__ __forceinline__ void update_all(const List<Row>& list, const Update& update)
{
    for (long long t = blockIdx.x; t < list.tiles; t += gridDim.x)
    {
        const Row row = row_of(list, t);
        const long long start = (t - row.first) * tile + threadIdx.x;
        typename Update::Values values[each];
        #pragma unroll
        for (int i = 0; i < each; i++)
        {
            if (start + i * threads < row.count)
                values[i] = update.read(row, start + i * threads);
        }

        #pragma unroll
        for (int i = 0; i < each; i++)
        {
            if (start + i * threads < row.count)
                update.write(row, start + i * threads, values[i]);
        }
    }
}
