// Writes a part of a table. Its numbers are arguments of the launch: no memory of the host has to be kept for them, and nothing to be waited for.
struct Arguments
{
    long long* to;
    long long count;
    long long numbers[500];
};

extern "C" __global__ void __launch_bounds__(threads) write_table(const Arguments a)
{
    for (int i = threadIdx.x; i < a.count; i += threads)
        a.to[i] = a.numbers[i];
}
