// Elements of float32, computed with in float32.
typedef float number;
typedef float element;

static const int width = 4;             // elements in 16 bytes

static __device__ __forceinline__ number widen(element x) { return x; }
static __device__ __forceinline__ element narrow(number x) { return x; }

static __device__ __forceinline__ void unpack(const uint4& words, number* t)
{
    t[0] = __uint_as_float(words.x);
    t[1] = __uint_as_float(words.y);
    t[2] = __uint_as_float(words.z);
    t[3] = __uint_as_float(words.w);
}

static __device__ __forceinline__ uint4 pack(const number* t)
{
    return make_uint4(__float_as_uint(t[0]), __float_as_uint(t[1]), __float_as_uint(t[2]), __float_as_uint(t[3]));
}
