// Shows a process a machine whose processor says that it is AMD's and tells nothing of its caches, as some virtual machines do, and fresh memory full of NaN where FRESH_MEMORY=nan.
// CPUID is made to fault (arch_prctl, on processors that can), and its answers are given from the handler of that fault.
#define _GNU_SOURCE
#include <asm/prctl.h>
#include <dlfcn.h>
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

enum { intel_caches = 4, first_extended = 0x80000000, old_caches = 0x80000005, old_last_caches = 0x80000006, caches = 0x8000001d, last_extended = 0x80000021 };

static struct sigaction others;

static void let_cpuid(int answer) { syscall(SYS_arch_prctl, ARCH_SET_CPUID, answer); }

static void answer(int signal, siginfo_t *info, void *context)
{
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    const uint8_t *code = (const uint8_t *)registers[REG_RIP];
    if (info->si_code != SI_KERNEL || code[0] != 0x0f || code[1] != 0xa2) {
        // .NET's, which makes exceptions of the others.
        if (others.sa_flags & SA_SIGINFO)
            others.sa_sigaction(signal, info, context);
        else
            abort();
        return;
    }

    uint32_t leaf = registers[REG_RAX], a = leaf, b, c = registers[REG_RCX], d;
    let_cpuid(1);
    __asm__ volatile("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
    let_cpuid(0);
    if (leaf == intel_caches || leaf == old_caches || leaf == old_last_caches || (leaf >= caches && leaf <= last_extended))
        a = b = c = d = 0;
    if (leaf == first_extended)
        a = last_extended;
    if (leaf == 0 || leaf == first_extended) {
        memcpy(&b, "Auth", 4);
        memcpy(&d, "enti", 4);
        memcpy(&c, "cAMD", 4);
    }

    registers[REG_RAX] = a;
    registers[REG_RBX] = b;
    registers[REG_RCX] = c;
    registers[REG_RDX] = d;
    registers[REG_RIP] += 2;
}

static int set_action(int signal, const struct sigaction *action, struct sigaction *old)
{
    int (*next)(int, const struct sigaction *, struct sigaction *) = (int (*)(int, const struct sigaction *, struct sigaction *))dlsym(RTLD_NEXT, "sigaction");
    return next(signal, action, old);
}

// Whoever sets a handler of these faults gets those that are not CPUID's.
int sigaction(int signal, const struct sigaction *action, struct sigaction *old)
{
    if (signal != SIGSEGV)
        return set_action(signal, action, old);
    if (old)
        *old = others;
    if (action)
        others = *action;
    return 0;
}

__attribute__((constructor)) static void begin(void)
{
    const char *fresh = getenv("FRESH_MEMORY");
    if (fresh && !strcmp(fresh, "nan"))
        mallopt(M_PERTURB, 0x100);
    struct sigaction own;
    memset(&own, 0, sizeof own);
    own.sa_sigaction = answer;
    own.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    set_action(SIGSEGV, &own, NULL);
    let_cpuid(0);
}
