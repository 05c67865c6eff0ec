"""The training loop of PyTorch's DCGAN tutorial, with the networks of Steps/Networks.cs and the penalties of Steps/TutorialPenalties.cs."""

import torch
from torch import nn
from torch.nn import functional as F

LATENT = 100


def groups(channels):
    return nn.GroupNorm(8, channels)


def up(inputs, outputs, kernel=4, stride=2, padding=1):
    return [nn.ConvTranspose2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()]


def down(inputs, outputs):
    return [nn.Conv2d(inputs, outputs, 4, 2, 1, bias=False), groups(outputs), nn.LeakyReLU(0.2)]


def networks(size):
    """G, D and a batch of pictures."""
    if size == "28x28":
        generator = [*up(LATENT, 64, 7, 1, 0), *up(64, 32), nn.ConvTranspose2d(32, 1, 4, 2, 1), nn.Tanh()]
        discriminator = [nn.Conv2d(1, 32, 4, 2, 1), nn.LeakyReLU(0.2), *down(32, 64), nn.Conv2d(64, 1, 7), nn.Flatten()]
        real = torch.randn(64, 1, 28, 28)
    elif size == "64x64":
        generator = [*up(LATENT, 256, 4, 1, 0), *up(256, 128), *up(128, 64), *up(64, 32), nn.ConvTranspose2d(32, 3, 4, 2, 1), nn.Tanh()]
        discriminator = [nn.Conv2d(3, 32, 4, 2, 1), nn.LeakyReLU(0.2), *down(32, 64), *down(64, 128), *down(128, 256), nn.Conv2d(256, 1, 4), nn.Flatten()]
        real = torch.randn(16, 3, 64, 64)
    else:
        raise KeyError(size)
    return nn.Sequential(*generator), nn.Sequential(*discriminator), real.tanh_()


class Loop:
    def __init__(self, size, penalty):
        if penalty not in ("none", "R1", "R1/16", "WGAN-GP"):
            raise KeyError(penalty)
        torch.manual_seed(1)
        self.penalty = penalty
        self.g, self.d, self.real = networks(size)
        self.adam_d = torch.optim.Adam(self.d.parameters(), 2e-4, (0.5, 0.999))
        self.adam_g = torch.optim.Adam(self.g.parameters(), 2e-4, (0.5, 0.999))

    def step(self, i):
        self.d.zero_grad()
        output = self.d(self.real).view(-1)
        self.loss(output, 1.0).backward()
        of_real = output.mean().item()

        fake = self.g(torch.randn(len(self.real), LATENT, 1, 1))
        output = self.d(fake.detach()).view(-1)
        self.loss(output, 0.0).backward()
        of_fake = output.mean().item()
        term = self.term(fake, i)
        if term is not None:
            term.backward()
        self.adam_d.step()

        self.g.zero_grad()
        output = self.d(fake).view(-1)
        self.loss(output, 1.0).backward()
        of_fake_afterwards = output.mean().item()
        self.adam_g.step()
        return of_real + of_fake + of_fake_afterwards

    def loss(self, logits, label):
        if self.penalty == "WGAN-GP":
            return -logits.mean() if label else logits.mean()
        return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, label))

    def term(self, fake, i):
        if self.penalty == "R1" or (self.penalty == "R1/16" and i % 16 == 0):
            weight = 5 if self.penalty == "R1" else 5 * 16
            return weight * self.gradient_at(self.real.detach().clone()).square().flatten(1).sum(1).mean()
        if self.penalty == "WGAN-GP":
            alpha = torch.rand(len(fake), 1, 1, 1)
            gradient = self.gradient_at((alpha * self.real + (1 - alpha) * fake).detach())
            return 10 * (gradient.flatten(1).norm(dim=1) - 1).square().mean()
        return None

    def gradient_at(self, samples):
        samples.requires_grad_(True)
        return torch.autograd.grad(self.d(samples).sum(), samples, create_graph=True)[0]
