static const int width = 8;             // elements in 16 bytes

static __device__ __forceinline__ void unpack(const uint4& words, number* t)
{
    const unsigned word[4] = { words.x, words.y, words.z, words.w };
    #pragma unroll
    for (int i = 0; i < 4; i++)
    {
        t[2 * i] = widen((element)(word[i] & 0xffffu));
        t[2 * i + 1] = widen((element)(word[i] >> 16));
    }
}

static __device__ __forceinline__ unsigned pack_two(number low, number high) { return narrow(low) | (unsigned)narrow(high) << 16; }

static __device__ __forceinline__ uint4 pack(const number* t)
{
    return make_uint4(pack_two(t[0], t[1]), pack_two(t[2], t[3]), pack_two(t[4], t[5]), pack_two(t[6], t[7]));
}
