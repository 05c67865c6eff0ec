// Numbers that one launch leaves for the next, in scratch memory.
struct Shared
{
    double real_mean;
    double fake_mean;
    double real_share;                  // what the gradient in each real logit is less by: fake losses depend on it through the real mean
    double fake_share;
};

static __device__ __forceinline__ Shared* shared_of(const Output& output) { return (Shared*)(output.scratch + shared_numbers); }

// Without what it writes.
static __device__ __forceinline__ Side only_read(const Side& side)
{
    Side read = side;
    read.gradient = 0;
    return read;
}
