"""Every kernel against float64: losses and gradients at logits whose losses are tabulated."""

import torch

from kernels import Call, Side

TYPES = {"float32": torch.float32, "float64": torch.float64, "float16": torch.float16, "bfloat16": torch.bfloat16}

# Of the largest value: rounding to the type, and the functions' few units in the last place.
TOLERANCES = {"float32": 2e-6, "float64": 1e-13, "float16": 6e-4, "bfloat16": 5e-3}

# Less than a thread takes, less than a tile, tiles and a rest; and enough for many blocks.
COUNTS = [1, 7, 64, 2049, 100_003]

STEPS = 16          # logits are multiples of 1/16, up to 8: exact in every type


class Checker:
    def __init__(self, library, device="cuda"):
        self.library, self.device = library, device
        index = library.index
        self.first = round(index["logits"]["first"] * STEPS)
        self.tables = [[torch.tensor([float(x) for x in table[name]], dtype=torch.float64, device=device) for name in ("loss", "slope")] for table in index["tables"]]
        self.scratch = torch.zeros(index["scratchBytes"] // 8, dtype=torch.float64, device=device)
        self.failures, self.worst, self.checks = [], {name: 0.0 for name in TYPES}, 0

    def check_all(self):
        for term in self.library.index["terms"]:
            name = f"{term['objective']} {term['player']} {term['type']}{' single' if term['isByElement'] else ''}"
            if any(launch["file"] not in self.library.functions for launch in term["launches"]):
                continue
            for count in COUNTS:
                for misaligned in ((False, True) if count > 64 else (False,)):
                    try:
                        self.check(name, term, count, misaligned)
                    except Exception as error:
                        self.failures.append(f"{name}, {count}: {type(error).__name__}: {error}")
                        # Nothing runs any more in a context that has failed.
                        if "CUDA error" in str(error) or "illegal" in str(error):
                            return

    def check(self, name, term, count, misaligned):
        generator = torch.Generator().manual_seed(count)
        kind, by_element = term["kind"], term["isByElement"]
        counts = [count, count] if kind in ("pair", "separate") or by_element else [count, (count + 1) // 2]
        means = [3, -5] if kind == "average" else [None, None]
        batches = [Batch(self, term["type"], n, mean, misaligned, by_element, generator) for n, mean in zip(counts, means)]
        if kind == "separate":
            batches = batches[1:]
        if kind == "pair":
            # The mask of pairs is the fake side's.
            batches[0].covered = batches[0].logits
        if by_element:
            # Once weighted under a mask and averaged, once each loss by itself.
            self._compare(name, term, kind, batches, is_mean=True, keeps=False)
        self._compare(name, term, kind, batches, is_mean=False, keeps=by_element)

    def _compare(self, name, term, kind, batches, is_mean, keeps):
        dtype = TYPES[term["type"]]
        number = torch.float64 if dtype == torch.float64 else torch.float32
        loss = torch.full((), float("nan"), dtype=number, device=self.device)
        losses = torch.full_like(batches[-1].logits, float("nan"), dtype=number) if keeps else None
        factors = [0.75 if is_mean else 1.25 if keeps else 1.25 / batch.count for batch in batches]
        sides = [batch.side(factor, is_mean, losses, keeps) for batch, factor in zip(batches, factors)]
        Call(self.library, term, sides, None if keeps else loss, self.scratch)()

        places = [batch.places for batch in batches]
        if kind == "pair":
            places = [None, places[1] - places[0]]
        elif kind == "average":
            places = [places[0] - batches[1].mean, places[1] - batches[0].mean]
        expected_loss, expected_losses, slopes = 0.0, 0.0, []
        for place, batch, factor, table in zip(places[-len(term["tables"]):], batches[-len(term["tables"]):], factors[-len(term["tables"]):], term["tables"]):
            phi, slope = (column[place - self.first] * batch.weight(is_mean or keeps) for column in self.tables[table])
            phi, slope = (torch.where(batch.mask, x, torch.zeros_like(x)) if is_mean else x for x in (phi, slope))
            scale = factor / batch.left if is_mean else factor
            expected_loss = expected_loss + scale * phi.sum()
            if keeps:
                expected_losses = expected_losses + 0.5 * phi
            slopes.append(scale * slope)
        if kind == "pair":
            slopes = [-slopes[0], slopes[0]]
        elif kind == "average":
            shares = [slopes[1].sum() / batches[0].over(is_mean), slopes[0].sum() / batches[1].over(is_mean)]
            slopes = [slope - (share * batch.mask if is_mean else share) for slope, share, batch in zip(slopes, shares, batches)]

        what = f"{name}, {batches[-1].count} logits{' under a mask' if is_mean else ''}"
        if keeps:
            self._close(term["type"], losses, expected_losses, what + ", single losses", number)
        else:
            self._close(term["type"], loss, expected_loss, what + ", loss", number, 1.0)
        # Where a slope is the small difference of large numbers, its error is of their size.
        for batch, slope in zip(batches, slopes):
            self._close(term["type"], batch.gradient, slope, what + ", gradient", dtype, 0.1 * max(factors))

    def _close(self, type_name, actual, expected, what, dtype, least=0.0):
        self.checks += 1
        # Single losses and reduced ones are not rounded to a half type.
        kind = type_name if dtype == TYPES[type_name] else "float32"
        rounded = expected.to(dtype).double()
        actual = actual.double()
        same = (actual == rounded) | (actual.isnan() & rounded.isnan())
        error = torch.where(same, torch.zeros_like(rounded), (actual - expected).abs())
        scale = max(torch.where(rounded.isfinite(), rounded.abs(), torch.zeros_like(rounded)).max().item(), least, 1e-30)
        if type_name == "float16" and dtype == torch.float16:
            scale = max(scale, 1e-4)          # below, its numbers are denormal
        error = error.max().item() / scale
        if not error <= TOLERANCES[kind]:
            self.failures.append(f"{what}: off by {error:.3g} of the largest, {scale:.3g}")
        else:
            self.worst[kind] = max(self.worst[kind], error)


class Batch:
    """Logits at multiples of 1/16, whose mean is one too if it has to be; what is masked leaves it so."""

    def __init__(self, checker, type_name, count, mean, misaligned, by_element, generator):
        dtype, device = TYPES[type_name], checker.device
        number = torch.float64 if dtype == torch.float64 else torch.float32
        pairs = (count + 1) // 2
        half = torch.randint(-100, 101, (pairs,), generator=generator)
        other = torch.randint(-100, 101, (pairs,), generator=generator) if mean is None else 2 * mean - half
        places = torch.stack((half, other), 1).flatten()[:count]
        if mean is not None and count % 2 == 1:
            places[-1] = mean
        kept = (torch.rand(pairs, generator=generator) < 0.75).repeat_interleave(2)[:count]
        kept[-1] = True
        if count % 2 == 0:
            kept[-2] = True
        self.count, self.mean = count, mean
        self.places = places.to(device)
        self.logits = self._place(places / STEPS, dtype, device, misaligned)
        self.gradient = self._place(torch.full((count,), float("nan")), dtype, device, misaligned)
        self.mask, self.left = kept.to(device), int(kept.sum())
        self.mask_bytes = self.mask.to(torch.uint8)
        self.mask_count = torch.tensor(self.left, dtype=torch.int64, device=device)
        self.weights = (torch.randint(1, 9, (count,), generator=generator) / 4).to(number).to(device) if by_element else None
        if by_element:
            # Whatever is masked is not looked at.
            self.covered = self.logits.clone()
            self.covered[~self.mask] = float("nan")

    @staticmethod
    def _place(values, dtype, device, misaligned):
        memory = torch.empty(len(values) + 1, dtype=dtype, device=device)
        view = memory[1:] if misaligned else memory[:-1]
        view.copy_(values)
        return view

    def weight(self, is_weighted):
        return self.weights.double() if is_weighted else 1.0

    def over(self, is_masked):
        return self.left if is_masked else self.count

    def side(self, factor, is_mean, losses, keeps):
        return Side(
            self.covered if is_mean else self.logits, factor, self.gradient,
            weights=self.weights if is_mean or keeps else None,
            mask=self.mask_bytes if is_mean else None, mask_count=self.mask_count if is_mean else None, is_mean=is_mean,
            losses=losses, loss_factor=0.5)
