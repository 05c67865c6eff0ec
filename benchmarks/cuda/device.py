"""Compiles and launches kernels by NVRTC and the driver, through the libraries that PyTorch brings."""

import ctypes
import glob
import importlib.util
import os
import sys


def _candidates():
    """Where NVRTC may lie: beside PyTorch's libraries, in NVIDIA's packages, on the loader's path."""
    roots = [os.path.dirname(importlib.util.find_spec("torch").origin), *(os.path.join(path, "nvidia") for path in sys.path)]
    for root in roots:
        yield from sorted(glob.glob(os.path.join(root, "**", "libnvrtc.so*"), recursive=True))
        yield from sorted(glob.glob(os.path.join(root, "**", "libnvrtc-*.so*"), recursive=True))
    yield from ("libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so")


def _load_nvrtc():
    reasons = []
    for path in _candidates():
        if "builtins" in path or ".alt." in path:
            continue
        try:
            return ctypes.CDLL(path)
        except OSError as error:
            reasons.append(str(error))
    raise RuntimeError("NVRTC is not to be found: " + "; ".join(reasons))


class Compiler:
    """NVRTC for one architecture. It touches no device, so that several processes can compile."""

    def __init__(self, architecture):
        self.nvrtc = _load_nvrtc()
        self.nvrtc.nvrtcGetErrorString.restype = ctypes.c_char_p
        self.options = [f"--gpu-architecture={architecture}".encode()]

    def version(self):
        major, minor = ctypes.c_int(), ctypes.c_int()
        self.nvrtc.nvrtcVersion(ctypes.byref(major), ctypes.byref(minor))
        return f"{major.value}.{minor.value}"

    def compile(self, name, source):
        """(the binary, None) or (None, what was wrong)."""
        program = ctypes.c_void_p()
        self._check(self.nvrtc.nvrtcCreateProgram(ctypes.byref(program), source.encode(), name.encode(), 0, None, None))
        options = (ctypes.c_char_p * len(self.options))(*self.options)
        result = self.nvrtc.nvrtcCompileProgram(program, len(self.options), options)
        try:
            if result != 0:
                return None, self._text(program, self.nvrtc.nvrtcGetProgramLogSize, self.nvrtc.nvrtcGetProgramLog).decode(errors="replace")
            return self._text(program, self.nvrtc.nvrtcGetCUBINSize, self.nvrtc.nvrtcGetCUBIN), None
        finally:
            self.nvrtc.nvrtcDestroyProgram(ctypes.byref(program))

    def _text(self, program, size_of, get):
        size = ctypes.c_size_t()
        self._check(size_of(program, ctypes.byref(size)))
        text = ctypes.create_string_buffer(size.value)
        self._check(get(program, text))
        return text.raw

    def _check(self, result):
        if result != 0:
            raise RuntimeError("NVRTC: " + self.nvrtc.nvrtcGetErrorString(result).decode())


class Device:
    """The driver, in the context that PyTorch made."""

    REGISTERS, LOCAL_BYTES = 4, 3

    def __init__(self):
        import torch

        torch.zeros(1, device="cuda")
        self.stream = lambda: torch.cuda.current_stream().cuda_stream
        self.driver = ctypes.CDLL("libcuda.so.1")

    def load(self, binary, entry):
        module, function = ctypes.c_void_p(), ctypes.c_void_p()
        self._check(self.driver.cuModuleLoadData(ctypes.byref(module), binary), entry)
        self._check(self.driver.cuModuleGetFunction(ctypes.byref(function), module, entry.encode()), entry)
        return function

    def attribute(self, function, attribute):
        value = ctypes.c_int()
        self._check(self.driver.cuFuncGetAttribute(ctypes.byref(value), attribute, function), "an attribute")
        return value.value

    def launch(self, function, blocks, threads, argument):
        """One parameter by value: an array of 64 bit integers."""
        parameter = (ctypes.c_void_p * 1)(ctypes.addressof(argument))
        stream = ctypes.c_void_p(self.stream())
        self._check(self.driver.cuLaunchKernel(function, blocks, 1, 1, threads, 1, 1, 0, stream, parameter, None), "a launch")

    def _check(self, result, what):
        if result != 0:
            text = ctypes.c_char_p()
            self.driver.cuGetErrorString(result, ctypes.byref(text))
            raise RuntimeError(f"{what}: {text.value.decode() if text.value else result}")
