"""Kernels that update all tensors of a list in one launch: checked against float64, and timed against PyTorch's own, fused Adam and torch._foreach."""

import ctypes

import torch

from kernels import bits
from measure import wall_microseconds

TYPES = {"float32": torch.float32, "float64": torch.float64, "float16": torch.float16, "bfloat16": torch.bfloat16}

# Of each number, or of the largest of the step: rounding to the type.
TOLERANCES = {"float32": 3e-7, "float64": 2e-15, "float16": 1e-3, "bfloat16": 8e-3}

# None, less than a tile, tiles and a rest; many, and one that all blocks share.
SIZES = [0, 1, 7, 64, 2047, 2048, 2049, 100_003, *([33] * 150), 5_000_001]

# A DCGAN of 64x64, 64 channels wide, both players: the elements of their parameters.
DCGAN = [100 * 512 * 16, 512, 512, 512 * 256 * 16, 256, 256, 256 * 128 * 16, 128, 128, 128 * 64 * 16, 64, 64, 64 * 3 * 16,
         3 * 64 * 16, 64 * 128 * 16, 128, 128, 128 * 256 * 16, 256, 256, 256 * 512 * 16, 512, 512, 512 * 16]

ADAM = dict(decay=1e-4, l2=0.0, beta1=0.5, mean_weight=0.5, beta2=0.999, square_weight=0.001, rate=1e-3 * 0.001 ** 0.5 / 0.5, epsilon=1e-8 * 0.001 ** 0.5)


class Updates:
    """The printed kernels, launched on lists of tensors of a type."""

    def __init__(self, library, type_name):
        self.library, self.type = library, type_name
        self.functions = {u["entry"]: library.functions[u["file"]] for u in library.index["updates"] if u["type"] in (None, type_name) and u["file"] in library.functions}
        self.scratch = torch.zeros(library.index["scratchBytes"] // 8, dtype=torch.float64, device="cuda")

    def rows(self, columns, counts=None):
        """A list in the device's memory, written by the kernel that writes lists."""
        tile, numbers, tiles = self.library.index["updateTile"], [], 0
        for place, tensors in enumerate(zip(*columns)):
            count = tensors[0].numel() if counts is None else counts[place]
            numbers += [tiles, count, *(tensor.data_ptr() for tensor in tensors)]
            tiles += -(-count // tile)
        table = torch.empty(len(numbers), dtype=torch.int64, device="cuda")
        for start in range(0, len(numbers), 500):
            part = numbers[start:start + 500]
            self.launch("write_table", [table.data_ptr() + 8 * start, len(part), *part, *([0] * (500 - len(part)))], 1)
        return Rows(table, len(columns[0]), tiles, columns)

    def launch(self, entry, members, blocks):
        self.library.device.launch(self.functions[entry], blocks, self.library.index["blockSize"], (ctypes.c_int64 * len(members))(*members))

    def run(self, entry, rows, *numbers):
        self.launch(entry, [rows.table.data_ptr(), rows.count, rows.tiles, *numbers], max(1, min(rows.tiles, self.library.index["mostBlocks"])))

    def adam(self, rows):
        self.run("adam", rows, *(bits(number) for number in ADAM.values()))

    def norms(self, rows):
        norms = torch.full((rows.count + 1,), float("nan"), dtype=torch.float64, device="cuda")
        of_tiles = torch.empty(2 * rows.tiles + 1, dtype=torch.float64, device="cuda")
        self.run("gradient_norms", rows, norms.data_ptr(), of_tiles.data_ptr(), self.scratch.data_ptr())
        return norms


class Rows:
    def __init__(self, table, count, tiles, columns):
        self.table, self.count, self.tiles, self.columns = table, count, tiles, columns


def check_updates(library):
    failures = []
    for name, dtype in TYPES.items():
        updates = Updates(library, name)
        number = torch.float64 if dtype == torch.float64 else torch.float32

        def tensors(dtype, seed, positive=False):
            generator = torch.Generator().manual_seed(seed)
            # Between words: one element behind where memory begins.
            made = [torch.randn(size + 1, generator=generator, dtype=torch.float64) for size in SIZES]
            return [(x.abs() if positive else x).to(dtype).cuda()[1:] for x in made]

        def close(what, expected, actual, tolerance=TOLERANCES[name]):
            for size, e, a in zip(SIZES, expected, actual):
                error = ((a.double() - e).abs() / e.abs().clamp_min(1)).max().item() if e.numel() else 0
                if not error <= tolerance:
                    failures.append(f"{what} {name}, {size} elements: off by {error:.3g}")

        p, g, m, v = tensors(dtype, 1), tensors(dtype, 2), tensors(number, 3), tensors(number, 4, positive=True)
        a = ADAM
        means = [a["beta1"] * y.double() + a["mean_weight"] * x.double() for x, y in zip(g, m)]
        squares = [a["beta2"] * y.double() + a["square_weight"] * x.double() ** 2 for x, y in zip(g, v)]
        stepped = [(1 - a["decay"]) * x.double() - a["rate"] * y / (z.sqrt() + a["epsilon"]) for x, y, z in zip(p, means, squares)]
        updates.adam(updates.rows([p, g, m, v]))
        close("adam", stepped, p)
        close("adam's mean", means, m, TOLERANCES["float64" if number == torch.float64 else "float32"])
        close("adam's square", squares, v, TOLERANCES["float64" if number == torch.float64 else "float32"])

        mean, value = tensors(number, 5), tensors(dtype, 6)
        for weight in (0.1, 0.9, 1.0):
            expected = [x.double() + weight * (y.double() - x.double()) for x, y in zip(mean, value)]
            updates.run("moving_average", updates.rows([mean, value]), bits(weight))
            close(f"moving average {weight}", expected, mean, TOLERANCES["float64" if number == torch.float64 else "float32"])

        clamped = [x.double().clamp(-0.5, 0.5) for x in value]
        updates.run("clamp_tensors", updates.rows([value]), 0, bits(0.5))
        close("clamp", clamped, value, 0)

        rows = updates.rows([g])
        norms = updates.norms(rows)
        expected = torch.stack([x.double().norm() for x in g])
        if not torch.allclose(norms, torch.cat([expected, expected.norm()[None]]), rtol=1e-12):
            failures.append(f"norms {name}: {(norms[:-1] - expected).abs().max().item():.3g} off")
        if not all(torch.equal(norms, updates.norms(rows)) for _ in range(4)):
            failures.append(f"norms {name}: two runs differ")
        scaled = [x.double() / 3 for x in g]
        updates.run("scale_gradients", rows, norms[-1:].data_ptr(), bits(norms[-1].item() / 3))
        close("scale", scaled, g)

        copied = [torch.zeros_like(x) for x in p]
        updates.run("copy_tensors", updates.rows([copied, p], counts=[x.numel() * x.element_size() for x in p]))
        if not all(torch.equal(x, y) for x, y in zip(p, copied)):
            failures.append(f"copy {name}: not the same")
    return failures


def measure_updates(library, say):
    """The parameters of a DCGAN: PyTorch's fused Adam with clipping by norm and a moving average by torch._foreach, against one launch each."""
    updates = Updates(library, "float32")
    p = [torch.randn(size, device="cuda", requires_grad=True) for size in DCGAN]
    for x in p:
        x.grad = torch.randn_like(x)
    g, average = [x.grad for x in p], [x.detach().clone() for x in p]
    ours, m, v = [x.detach().clone() for x in p], [torch.zeros_like(x, requires_grad=False) for x in p], [torch.zeros_like(x, requires_grad=False) for x in p]
    of_adam, of_average, of_gradients, of_weights = updates.rows([ours, g, m, v]), updates.rows([average, ours]), updates.rows([g]), updates.rows([ours])
    fused = torch.optim.Adam(p, lr=1e-3, betas=(0.5, 0.999), fused=True)
    each = torch.optim.Adam(p, lr=1e-3, betas=(0.5, 0.999), foreach=True)

    def clip():
        updates.run("scale_gradients", of_gradients, updates.norms(of_gradients)[-1:].data_ptr(), bits(1e6))

    @torch.no_grad()
    def foreach_average():
        torch._foreach_lerp_(average, [x.detach() for x in p], 0.001)

    @torch.no_grad()
    def foreach_clamp():
        torch._foreach_clamp_min_(p, -100.0)
        torch._foreach_clamp_max_(p, 100.0)

    cases = [
        ("Adam", lambda: updates.adam(of_adam), {"fused": fused.step, "foreach": each.step}, 7),
        ("moving average", lambda: updates.run("moving_average", of_average, bits(0.001)), {"foreach": foreach_average}, 3),
        ("weight clipping", lambda: updates.run("clamp_tensors", of_weights, 0, bits(100.0)), {"foreach": foreach_clamp}, 2),
        ("clipping by norm", clip, {"foreach": lambda: torch.nn.utils.clip_grad_norm_(p, 1e6, foreach=True)}, 1),
    ]
    elements = sum(DCGAN)
    say()
    say(f"All {len(DCGAN)} parameters of a DCGAN, {elements / 1e6:.1f}M elements of float32, wall time of a call:")
    say()
    say("| update | one launch, µs | TB/s | PyTorch, µs | × |")
    say("|---|---|---|---|---|")
    for name, own, others, passes in cases:
        time_of = wall_microseconds(own)
        for what, other in others.items():
            theirs = wall_microseconds(other)
            say(f"| {name} | {time_of:.0f} | {passes * 4 * elements / time_of / 1e6:.2f} | {theirs:.0f} ({what}) | {theirs / time_of:.1f} |")
