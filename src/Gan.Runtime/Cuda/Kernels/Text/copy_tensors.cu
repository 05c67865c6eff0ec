// Copies every tensor of a list, whatever its type: elements are bytes here, and a thread takes 8 in a row.
struct Row
{
    long long first;
    long long count;
    unsigned char* to;
    const unsigned char* from;
};

struct Arguments
{
    List<Row> list;
};

extern "C" __global__ void __launch_bounds__(threads) copy_tensors(const Arguments a)
{
    for (long long t = blockIdx.x; t < a.list.tiles; t += gridDim.x)
    {
        const Row row = row_of(a.list, t);
        const long long start = (t - row.first) * tile + each * threadIdx.x;
        if (start + each <= row.count && (((unsigned long long)row.to | (unsigned long long)row.from) & 7) == 0)
        {
            *(long long*)(row.to + start) = *(const long long*)(row.from + start);
        }
        else
        {
            for (long long at = start; at < start + each && at < row.count; at++)
                row.to[at] = row.from[at];
        }
    }
}
