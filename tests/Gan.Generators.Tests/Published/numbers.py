"""Writes numbers.tsv: the losses of the published objectives and their gradients, from the papers' formulas with 50 digits.

It shares nothing with the compiler: each formula is written here once more, as its paper has it. After adding an objective, run: python3 numbers.py
It needs mpmath. Columns: name; L_D; its gradient in the real and in the fake logits; L_G; its gradient in the fake logits.
"""
import pathlib
from mpmath import diff, exp, fabs, log, log1p, mp, mpf, nstr, sqrt, tanh

mp.dps = 50

REAL = ["0.375", "-1.25", "2.5", "-0.125"]
FAKE = ["-0.75", "1.125", "-2.375", "0.5"]


def softplus(t): return log1p(exp(t))
def sigmoid(t): return 1 / (1 + exp(-t))
def relu(t): return t if t > 0 else mpf(0)
def mean(values): return sum(values) / len(values)


def separate(real, fake, generator):
    """L_D = E[real(D(x))] + E[fake(D(G(z)))], L_G = E[generator(D(G(z)))]."""
    return (lambda r, f: mean([real(t) for t in r]) + mean([fake(t) for t in f]),
            lambda r, f: mean([generator(t) for t in f]))


def pair(d, g):
    """L_D = E[d(D(G(z)) - D(x))], L_G = E[g(D(x) - D(G(z)))]."""
    return (lambda r, f: mean([d(b - a) for a, b in zip(r, f)]),
            lambda r, f: mean([g(a - b) for a, b in zip(r, f)]))


def average(d):
    """Each logit less the mean of the other side; G's loss is D's with the sides exchanged."""
    return (lambda r, f: mean([d(mean(f) - a) for a in r]) + mean([d(b - mean(r)) for b in f]),
            lambda r, f: mean([d(a - mean(f)) for a in r]) + mean([d(mean(r) - b) for b in f]))


def divergence(f, slope, saturates=True):
    """Nowozin's game with T = f'(exp(v)): D maximises E[T(x)] - E[f*(T(G(z)))], G minimises -f*(T), or Poole's -T."""
    def conjugate(v): return exp(v) * slope(exp(v)) - f(exp(v))
    return separate(lambda v: -slope(exp(v)), conjugate, (lambda v: -conjugate(v)) if saturates else lambda v: -slope(exp(v)))


def least_squares(a, b, c, scale):
    return separate(lambda t: scale * (t - b) ** 2, lambda t: scale * (t - a) ** 2, lambda t: scale * (t - c) ** 2)


def hinge(scale, generator):
    return separate(lambda t: scale * relu(1 - t), lambda t: scale * relu(1 + t), generator)


def less(t): return -t


def logmeanexp(values): return log(mean([exp(t) for t in values]))
def logsumexp(values): return log(sum(exp(t) for t in values))


def donsker_varadhan(r, f): return logmeanexp(f) - mean(r)


def cumulant(beta, gamma):
    """Minus log E[exp(-βD(x))] / -β - log E[exp(γD(G(z)))] / γ, which D maximises; G's part of it."""
    return (lambda r, f: logmeanexp([-beta * t for t in r]) / beta + logmeanexp([gamma * t for t in f]) / gamma,
            lambda r, f: -logmeanexp([gamma * t for t in f]) / gamma)


def renyi(alpha):
    """The negative of log E[exp((α-1)D(x))] / (α-1) - log E[exp(αD(G(z)))] / α; G's part of it."""
    return (lambda r, f: logmeanexp([alpha * t for t in f]) / alpha - logmeanexp([(alpha - 1) * t for t in r]) / (alpha - 1),
            lambda r, f: -logmeanexp([alpha * t for t in f]) / alpha)


def softmax(targets):
    """Cross-entropy of the batch's softmax with targets of the real and of the fake logits."""
    def loss(r, f):
        ofReal, ofFake = targets(r, f)
        return logsumexp(list(r) + list(f)) - ofReal * sum(r) - ofFake * sum(f)
    return loss


def contrastive(r, f):
    """Minus the logarithms of each logit's share among itself and all of the other kind."""
    return (-mean([log(exp(a) / (exp(a) + sum(exp(b) for b in f))) for a in r])
            - mean([log(exp(-b) / (exp(-b) + sum(exp(-a) for a in r))) for b in f]))


def fisher(r, f):
    """The negative of the augmented Lagrangian at multiplier 0: the difference of means, and rho / 2 times the square of how far the mean second moment is from 1."""
    moment = (mean([t ** 2 for t in r]) + mean([t ** 2 for t in f])) / 2
    return mean(f) - mean(r) + mpf("1e-6") / 2 * (moment - 1) ** 2


def weights(f):
    total = mean([exp(t) for t in f])
    return [exp(t) / total for t in f]


# Taken where the logits are, so that a derivative leaves them alone.
FIXED_WEIGHTS = weights([mpf(x) for x in FAKE])


HALF, TENTH = mpf("0.5"), mpf("0.1")
NON_SATURATING = separate(lambda t: -log(sigmoid(t)), lambda t: -log(1 - sigmoid(t)), lambda t: -log(sigmoid(t)))
MINIMAX = separate(lambda t: -log(sigmoid(t)), lambda t: -log(1 - sigmoid(t)), lambda t: log(1 - sigmoid(t)))
SMOOTHED = separate(lambda t: -9 * TENTH * log(sigmoid(t)) - TENTH * log(1 - sigmoid(t)), lambda t: -log(1 - sigmoid(t)), lambda t: -log(sigmoid(t)))
LEAST_SQUARES = least_squares(0, 1, 1, 1)
HINGE = hinge(1, less)
CRITIC = separate(less, lambda t: t, less)
EBGAN = separate(lambda t: t, lambda t: relu(10 - t), lambda t: t)
BEGAN = separate(lambda t: t, lambda t: 0 * t, lambda t: t)
ENERGY_HINGE = separate(lambda t: relu(1 + t), lambda t: relu(1 - t), lambda t: t)
RSGAN = pair(lambda t: -log(sigmoid(-t)), lambda t: -log(sigmoid(-t)))
RASGAN = average(lambda t: -log(sigmoid(-t)))

FAMILIES = [
    (MINIMAX, ["GAN, minimax", "Conditional GAN"]),
    (NON_SATURATING, [
        "GAN, non-saturating", "MSGAN", "Top-k GAN", "GAN, with logarithms", "LAPGAN", "DCGAN", "Adversarial autoencoder", "CoGAN", "InfoGAN", "SRGAN", "AC-GAN", "pix2pix", "StackGAN", "UNIT", "AttnGAN", "Real-ESRGAN",
        "Diffusion-GAN", "SNGAN, logistic", "R1", "R2", "StyleGAN", "StyleGAN2", "StyleGAN2-ADA", "StyleGAN3", "StarGAN v2", "GRAF", "GIRAFFE", "pi-GAN", "EG3D", "Denoising diffusion GAN", "GigaGAN",
        "0-GP", "Regularised JSD", "DRAGAN", "DRAGAN-NS and GAN-GP"]),
    (SMOOTHED, ["Improved GAN, label smoothing", "Improved GAN, smoothing in the formula"]),
    (separate(lambda t: -log(sigmoid(t)), lambda t: -log(1 - sigmoid(t)), lambda t: HALF * (log(sigmoid(t)) - log(1 - sigmoid(t))) ** 2), ["Boundary-seeking GAN"]),
    (separate(lambda t: -HALF * log(sigmoid(t)), lambda t: -HALF * log(1 - sigmoid(t)), less), ["VQGAN, logistic"]),
    (least_squares(0, 1, 1, HALF), ["LSGAN"]),
    (least_squares(-1, 1, 0, HALF), ["LSGAN, Pearson's labels"]),
    (least_squares(1, -1, 0, HALF), ["LSGAN, labels exchanged"]),
    (separate(lambda t: 9 * TENTH * (t - 1) ** 2 + TENTH * t ** 2, lambda t: t ** 2, lambda t: (t - 1) ** 2), ["LSGAN with smoothed labels"]),
    (LEAST_SQUARES, ["CycleGAN", "pix2pixHD", "MUNIT", "InGAN", "Parallel WaveGAN", "HiFi-GAN", "VITS", "BigVGAN"]),
    (separate(lambda t: HALF * (t - 1) ** 2, lambda t: HALF * t ** 2, lambda t: HALF * fabs(t - 1) ** 3), ["LkGAN"]),
    (HINGE, [
        "Geometric GAN", "SNGAN", "cGAN with projection", "SAGAN", "SN-PatchGAN", "BigGAN", "SSGAN", "SPADE", "GAN-TTS", "MelGAN", "CR-GAN", "bCR-GAN", "ICR-GAN", "LOGAN", "ContraGAN", "FastGAN", "Projected GAN", "StyleGAN-XL",
        "LeCam", "FUNIT", "Adversarial diffusion distillation", "DF-GAN"]),
    (hinge(HALF, less), ["VQGAN"]),
    (hinge(1, lambda t: relu(1 - t)), ["SoundStream", "EnCodec"]),

    (CRITIC, [
        "WGAN", "WGAN-GP", "WGAN-LP", "Progressive GAN", "StarGAN", "WaveGAN", "CT-GAN", "GANSynth", "SinGAN", "ConSinGAN", "TransGAN", "Critic with R1", "Banach WGAN", "WGAN-div", "Lipschitz GAN",
        "Spectrally normalised critic", "GroupSort critic", "BCOP critic", "LeCam on a critic"]),
    (separate(lambda t: -t + mpf("0.001") * t ** 2, lambda t: t, less), ["Progressive GAN, the drift in the formula"]),
    (separate(lambda t: -t + mpf("0.001") * t ** 2, lambda t: t + mpf("0.001") * t ** 2, less), ["Progressive GAN, the drift on both sides"]),
    (separate(lambda t: -t + TENTH * t ** 2, lambda t: t, less), ["Quadratic critic"]),

    (RSGAN, ["RSGAN", "RSGAN-GP", "RpGAN with spectral normalization", "R3GAN"]),
    (RASGAN, ["RaSGAN", "RaSGAN-GP", "ESRGAN", "RaSGAN, by means of batches"]),
    (average(lambda t: (1 + t) ** 2), ["RaLSGAN"]),
    (average(lambda t: relu(1 + t)), ["RaHingeGAN"]),
    (pair(lambda t: (1 + t) ** 2, lambda t: (1 + t) ** 2), ["RpLSGAN"]),
    (pair(lambda t: relu(1 + t), lambda t: relu(1 + t)), ["RpHingeGAN"]),
    # D's output L is low on real samples: max(0, margin + L(x) - L(G(z))), and G minimises L(G(z)).
    (pair(lambda t: relu(1 - t), less), ["Loss-sensitive GAN"]),

    ((donsker_varadhan, lambda r, f: -mean(f)), ["Donsker-Varadhan", "Kullback-Leibler of Lipschitz critics"]),
    ((donsker_varadhan, lambda r, f: -logmeanexp(f)), ["Donsker-Varadhan, minimax"]),
    (cumulant(HALF, HALF), ["Cumulant GAN"]),
    (renyi(HALF), ["Rényi divergence"]),
    ((softmax(lambda r, f: (mpf(1) / len(r), 0)), softmax(lambda r, f: (mpf(1) / (len(r) + len(f)), mpf(1) / (len(r) + len(f))))), ["Softmax GAN"]),
    ((contrastive, lambda r, f: -contrastive(r, f)), ["Dual contrastive loss"]),
    ((fisher, lambda r, f: -mean(f)), ["Fisher GAN"]),
    ((lambda r, f: mean([w * t for w, t in zip(FIXED_WEIGHTS, f)]) - mean(r), lambda r, f: -mean([w * t for w, t in zip(FIXED_WEIGHTS, f)])), ["KL-WGAN"]),
    ((lambda r, f: mean([relu(1 - t) for t in r]) + mean([relu(1 + w * t) for w, t in zip(weights(f), f)]), lambda r, f: -mean([w * t for w, t in zip(weights(f), f)])), ["KL-WGAN, as its authors train it"]),

    (EBGAN, ["EBGAN", "EBGAN, declared as an energy", "EBGAN, range not declared", "VGAN", "MAGAN"]),
    (BEGAN, ["BEGAN", "BEGAN, declared as an energy", "BEGAN, range not declared"]),
    (separate(lambda t: t, lambda t: -HALF * t, lambda t: t), ["BEGAN with k = 0.5"]),
    (ENERGY_HINGE, ["Hinge of an energy", "Hinge of an energy, three losses"]),
    (separate(lambda t: t, less, lambda t: t), ["MEG"]),
    (separate(lambda t: t, lambda t: exp(-t), lambda t: t), ["Generalised energy-based model"]),
    (separate(less, lambda t: t ** 2 / 2, lambda t: -t ** 2 / 2), ["b-GAN, Pearson"]),
    (separate(lambda t: -2 * TENTH * log(softplus(t)), softplus, lambda t: -softplus(t)), ["D2GAN, first discriminator"]),
    (separate(softplus, lambda t: -TENTH * log(softplus(t)), lambda t: TENTH * log(softplus(t))), ["D2GAN, second discriminator"]),

    (divergence(lambda u: u * log(u), lambda u: log(u) + 1), ["f-GAN, Kullback-Leibler"]),
    (divergence(lambda u: -log(u), lambda u: -1 / u), ["f-GAN, reverse Kullback-Leibler"]),
    (divergence(lambda u: (u - 1) ** 2, lambda u: 2 * (u - 1)), ["f-GAN, Pearson"]),
    (divergence(lambda u: (1 - u) ** 2 / u, lambda u: 1 - 1 / u ** 2), ["f-GAN, Neyman"]),
    (divergence(lambda u: (sqrt(u) - 1) ** 2, lambda u: 1 - 1 / sqrt(u)), ["f-GAN, squared Hellinger"]),
    (divergence(lambda u: (u - 1) * log(u), lambda u: log(u) + 1 - 1 / u), ["f-GAN, Jeffrey"]),
    (divergence(lambda u: u * log(u) - (u + 1) * log((u + 1) / 2), lambda u: log(2 * u / (u + 1))), ["f-GAN, Jensen-Shannon"]),
    (divergence(lambda u: u * log(u) - (u + 1) * log(u + 1), lambda u: log(u / (u + 1))), ["f-GAN, GAN"]),
    # The paper's T is tanh(v) / 2, where f* is the identity.
    (separate(lambda v: -tanh(v) / 2, lambda v: tanh(v) / 2, lambda v: -tanh(v) / 2), ["f-GAN, total variation"]),
    (divergence(lambda u: (u - 1) ** 2 / (u + 1), lambda u: (u - 1) * (u + 3) / (u + 1) ** 2), ["f-GAN, triangular discrimination"]),
    (divergence(lambda u: u * log(u), lambda u: log(u) + 1, saturates=False), ["Non-saturating f-GAN, Kullback-Leibler"]),
    (divergence(lambda u: -log(u), lambda u: -1 / u, saturates=False), ["Non-saturating f-GAN, reverse Kullback-Leibler"]),
    (divergence(lambda u: u * log(u) - (u + 1) * log((u + 1) / 2), lambda u: log(2 * u / (u + 1)), saturates=False), ["Non-saturating f-GAN, Jensen-Shannon"]),
    (divergence(lambda u: (sqrt(u) - 1) ** 2, lambda u: 1 - 1 / sqrt(u), saturates=False), ["Non-saturating f-GAN, squared Hellinger"]),
    (separate(lambda t: exp(-t), exp, lambda t: exp(-t)), ["Squared Hellinger, by half the logit"]),
    # The loss of probability s for the right label is α / (α - 1) (1 - s^((α - 1) / α)).
    (separate(lambda t: -(1 - 1 / sigmoid(t)), lambda t: -(1 - 1 / sigmoid(-t)), lambda t: 1 - 1 / sigmoid(-t)), ["α-GAN at α = 1/2"]),
    (separate(lambda t: 2 * (1 - sqrt(sigmoid(t))), lambda t: 2 * (1 - sqrt(sigmoid(-t))), lambda t: -2 * (1 - sqrt(sigmoid(-t)))), ["α-GAN at α = 2"]),
]


def gradient(loss, real, fake, side):
    def at(i):
        def along(x):
            moved = [list(real), list(fake)]
            moved[side][i] = x
            return loss(*moved)
        return diff(along, (real, fake)[side][i], h=mpf(10) ** -20)
    return " ".join(nstr(at(i), 20) for i in range(len((real, fake)[side])))


def row(name, objective):
    discriminator, generator = objective
    real, fake = [mpf(x) for x in REAL], [mpf(x) for x in FAKE]
    return "\t".join([
        name, nstr(discriminator(real, fake), 20), gradient(discriminator, real, fake, 0), gradient(discriminator, real, fake, 1),
        nstr(generator(real, fake), 20), gradient(generator, real, fake, 1)])


rows = sorted(row(name, objective) for objective, names in FAMILIES for name in names)
pathlib.Path(__file__).with_name("numbers.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")
