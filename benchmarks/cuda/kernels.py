"""The printed kernels: compiled, and called as one loss."""

import ctypes
import json
import multiprocessing
import os
import struct

from device import Compiler


def bits(number):
    return struct.unpack("<q", struct.pack("<d", number))[0]


class Library:
    """Every printed kernel by its file, with what went wrong while compiling."""

    def __init__(self, folder, architecture):
        with open(os.path.join(folder, "index.json")) as file:
            self.index = json.load(file)
        entries = {launch["file"]: launch["entry"] for term in self.index["terms"] for launch in term["launches"]}
        entries.update((update["file"], update["entry"]) for update in self.index["updates"])
        self.entries, self.sources = entries, {}
        for name in entries:
            with open(os.path.join(folder, name)) as file:
                self.sources[name] = file.read()
        with multiprocessing.get_context("fork").Pool(os.cpu_count(), _start, (architecture,)) as pool:
            compiled = dict(pool.map(_compile, self.sources.items(), chunksize=2))
        self.binaries = {name: binary for name, (binary, _) in compiled.items() if binary is not None}
        self.failures = {name: log for name, (_, log) in compiled.items() if log is not None}
        self.functions = {}

    def open(self, device):
        """The kernels on a device."""
        self.device = device
        self.functions = {name: device.load(binary, self.entries[name]) for name, binary in self.binaries.items()}


def _start(architecture):
    global _compiler
    _compiler = Compiler(architecture)


def _compile(item):
    name, source = item
    return name, _compiler.compile(name, source)


class Side:
    """One batch of logits with what belongs to it: tensors, or None."""

    def __init__(self, logits, factor, gradient=None, weights=None, mask=None, mask_count=None, is_mean=False, losses=None, loss_factor=1.0):
        self.tensors = dict(logits=logits, gradient=gradient, weights=weights, mask=mask, maskCount=mask_count, losses=losses)
        self.numbers = dict(count=logits.numel(), isMean=int(is_mean), factor=bits(factor), lossFactor=bits(loss_factor))

    def members(self, names):
        for name in names:
            if name in self.numbers:
                yield self.numbers[name]
            else:
                tensor = self.tensors[name]
                yield 0 if tensor is None else tensor.data_ptr()


class Call:
    """The launches of a loss on given tensors, ready to be repeated."""

    def __init__(self, library, term, sides, loss, scratch, functions=None, tile=None, most_blocks=None):
        index = library.index
        tile, most_blocks = tile or index["tile"], most_blocks or index["mostBlocks"]
        self.keep = sides, loss, scratch
        self.device, self.threads = library.device, index["blockSize"]
        most = max(side.numbers["count"] for side in sides)
        self.blocks = min(max(1, -(-most // tile)), most_blocks)
        shared = [member for side in sides for member in side.members(index["side"])]
        shared += [0 if loss is None else loss.data_ptr(), scratch.data_ptr()]
        formulas = [bits(float(number)) for table in term["tables"] for number in index["tables"][table]["arguments"]]
        self.launches = []
        for place, launch in enumerate(term["launches"]):
            members = shared if launch["entry"] == "logit_means" else shared + formulas
            function = functions[place] if functions else library.functions[launch["file"]]
            self.launches.append((function, (ctypes.c_int64 * len(members))(*members)))

    def __call__(self):
        for function, argument in self.launches:
            self.device.launch(function, self.blocks, self.threads, argument)
