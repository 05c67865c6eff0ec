// Elements of float64, computed with in float64.
typedef double number;
typedef double element;

static const int width = 2;             // elements in 16 bytes

static __device__ __forceinline__ number widen(element x) { return x; }
static __device__ __forceinline__ element narrow(number x) { return x; }

static __device__ __forceinline__ void unpack(const uint4& words, number* t)
{
    t[0] = __hiloint2double((int)words.y, (int)words.x);
    t[1] = __hiloint2double((int)words.w, (int)words.z);
}

static __device__ __forceinline__ uint4 pack(const number* t)
{
    return make_uint4((unsigned)__double2loint(t[0]), (unsigned)__double2hiint(t[0]), (unsigned)__double2loint(t[1]), (unsigned)__double2hiint(t[1]));
}
