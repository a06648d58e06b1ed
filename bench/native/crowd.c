/*
 * crowd COUNT: forks COUNT children that sleep for ever, prints "ready" and waits.
 *
 * Children carry PR_SET_PDEATHSIG, so none outlives this program, and this program carries it too, so
 * it does not outlive the benchmark. SIGTERM ends and reaps them all before the exit: the machine's
 * pid 1 may be one that is slow to reap.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t ended = 0;

static void on_end(int signal_number) {
    (void)signal_number;
    ended = 1;
}

static void sleep_for_ever(pid_t parent) {
    signal(SIGTERM, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(0); /* the parent died before the line above */
    for (int fd = 0; fd < 3; fd++)
        close(fd);
    for (;;)
        pause();
}

static void end_all(const pid_t *children, long count) {
    for (long i = 0; i < count; i++)
        kill(children[i], SIGKILL);
    for (long i = 0; i < count; i++)
        while (waitpid(children[i], NULL, 0) < 0 && errno == EINTR)
            ;
}

static long fork_all(pid_t *children, long wanted) {
    const pid_t self = getpid();
    for (long i = 0; i < wanted; i++) {
        if (ended)
            return i;
        const pid_t child = fork();
        if (child == 0)
            sleep_for_ever(self);
        if (child < 0) {
            fprintf(stderr, "fork %ld of %ld: %s\n", i + 1, wanted, strerror(errno));
            return i;
        }
        children[i] = child;
    }
    return wanted;
}

int main(int argc, char **argv) {
    const long wanted = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
    if (wanted < 1 || wanted > 1000000) {
        fprintf(stderr, "usage: crowd COUNT (1 to 1000000)\n");
        return 2;
    }
    struct sigaction action = {.sa_handler = on_end};
    sigaction(SIGTERM, &action, NULL);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    pid_t *children = calloc((size_t)wanted, sizeof *children);
    if (!children)
        return 1;

    const long made = fork_all(children, wanted);
    /* Blocked but in sigsuspend(): no SIGTERM can fall between the test of `ended` and the wait. */
    sigset_t blocked, old;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigprocmask(SIG_BLOCK, &blocked, &old);
    if (made == wanted && !ended) {
        puts("ready");
        fflush(stdout);
        while (!ended)
            sigsuspend(&old);
    }
    end_all(children, made);
    free(children);
    return made == wanted || ended ? 0 : 1;
}
