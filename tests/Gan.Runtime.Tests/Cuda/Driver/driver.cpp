// CUDA's driver and libtorch's streams for tests. A module is a library of this machine, whose path is the image; a launch calls it.
#include <cstring>
#include <dlfcn.h>

static void* current;
static int context;
static int launches;

struct Stream { long device, number; };

extern "C"
{
    int cuInit(unsigned flags) { return flags == 0 ? 0 : 1; }
    int cuDeviceGet(int* device, int ordinal) { *device = ordinal + 40; return ordinal == 0 ? 0 : 101; }
    int cuDeviceGetAttribute(int* value, int attribute, int device) { *value = attribute == 75 ? 9 : 0; return device == 40 && (attribute == 75 || attribute == 76) ? 0 : 1; }
    int cuDevicePrimaryCtxRetain(void** to, int device) { *to = &context; return device == 40 ? 0 : 1; }
    int cuCtxGetCurrent(void** to) { *to = current; return 0; }
    int cuCtxPushCurrent_v2(void* pushed) { current = pushed; return pushed == &context ? 0 : 1; }
    int cuCtxPopCurrent_v2(void** to) { *to = current; current = nullptr; return 0; }
    int cuModuleLoadData(void** module, const void* image) { *module = dlopen((const char*)image, RTLD_NOW); return current == &context && *module ? 0 : 200; }
    int cuModuleGetFunction(void** function, void* module, const char* name) { *function = dlsym(module, name); return *function ? 0 : 500; }
    int cuGetErrorName(int error, const char** name) { *name = "CUDA_ERROR_OF_TESTS"; return error == 7 ? 1 : 0; }

    int cuLaunchKernel(void* function, unsigned blocks, unsigned y, unsigned z, unsigned threads, unsigned ty, unsigned tz, unsigned shared, void* stream, void** parameters, void** extra)
    {
        if (current != &context || y != 1 || z != 1 || threads != 256 || ty != 1 || tz != 1 || shared != 0 || stream != (void*)0x1234 || extra || blocks == 0)
            return 700;
        launches++;
        ((void (*)(const void*, int))function)(parameters[0], (int)blocks);
        return 0;
    }

    int launched() { return launches; }

    Stream _ZN3c104cuda20getCurrentCUDAStreamEa(signed char device) { return { device, 17 }; }
    void* _ZNK3c104cuda10CUDAStream6streamEv(const Stream* self) { return self->device == 0 && self->number == 17 ? (void*)0x1234 : nullptr; }
}
