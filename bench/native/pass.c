/*
 * pass WARMUP PASSES [PROC]: the process pass of the exporter in C, as the mark to measure it against.
 *
 * Reads PROC/PID/stat of every process (default /proc) with one openat, one read and one close each, and
 * fills the same columns from it: pid, ppid, state, name, flags, threads, start, resident pages, SIGKILL
 * pending. Prints one JSON line: processes of the last pass, and user, system and wall seconds of all PASSES.
 */
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define SIGKILL_BIT (1ULL << 8)

struct process {
    int32_t pid, ppid, threads;
    uint32_t flags;
    uint8_t state, name, kill_pending;
    uint64_t start_ticks, resident_pages;
    char comm[16]; /* copied for zombies, D and SIGKILL pending only, as the exporter does */
};

struct table {
    struct process *rows;
    size_t count, room;
};

static const char *const names[] = {"dockerd", "docker", "containerd", "containerd-shim", "docker-containe",
                                    "kdmflush", "jbd2/dm-", "ext4-dio-unwrit", "bioset", "xfs", "dm"};

static uint8_t name_of(const char *comm, size_t length) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) <= length && memcmp(comm, names[i], strlen(names[i])) == 0)
            return (uint8_t)(i + 1);
    return 0;
}

static void parse(const char *text, size_t length, struct process *row) {
    const char *open = memchr(text, '(', length);
    const char *close = memrchr(text, ')', length);
    if (!open || !close || close < open)
        return;
    row->pid = (int32_t)strtol(text, NULL, 10);
    row->name = name_of(open + 1, (size_t)(close - open - 1));
    row->state = (uint8_t)close[2];
    const char *at = close + 3;
    uint64_t fields[32] = {0};
    for (int field = 4; field <= 31; field++) {
        while (*at == ' ')
            at++;
        const int negative = *at == '-';
        if (negative)
            at++;
        uint64_t value = 0;
        while (isdigit((unsigned char)*at))
            value = value * 10 + (uint64_t)(*at++ - '0');
        fields[field] = negative ? -value : value;
    }
    row->ppid = (int32_t)fields[4];
    row->flags = (uint32_t)fields[9];
    row->threads = (int32_t)fields[20];
    row->start_ticks = fields[22];
    row->resident_pages = fields[24];
    row->kill_pending = (fields[31] & SIGKILL_BIT) != 0;
    row->comm[0] = '\0';
    if (row->state == 'Z' || row->state == 'D' || row->kill_pending) {
        const size_t size = (size_t)(close - open - 1);
        const size_t kept = size < sizeof row->comm - 1 ? size : sizeof row->comm - 1;
        memcpy(row->comm, open + 1, kept);
        row->comm[kept] = '\0';
    }
}

static struct process *next_row(struct table *table) {
    if (table->count == table->room) {
        table->room = table->room ? table->room * 2 : 1024;
        table->rows = realloc(table->rows, table->room * sizeof *table->rows);
        if (!table->rows)
            abort();
    }
    return &table->rows[table->count];
}

static void pass(const char *proc, struct table *table) {
    char path[32], text[1024];
    DIR *directory = opendir(proc);
    if (!directory) {
        perror(proc);
        exit(1);
    }
    table->count = 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (!isdigit((unsigned char)entry->d_name[0]))
            continue;
        snprintf(path, sizeof path, "%.20s/stat", entry->d_name);
        const int file = openat(dirfd(directory), path, O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue; /* it ended meanwhile */
        const ssize_t size = read(file, text, sizeof text - 1);
        close(file);
        if (size <= 0)
            continue;
        text[size] = '\0';
        parse(text, (size_t)size, next_row(table));
        table->count++;
    }
    closedir(directory);
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    const long warmup = argc > 2 ? strtol(argv[1], NULL, 10) : -1;
    const long passes = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
    const char *proc = argc > 3 ? argv[3] : "/proc";
    if (warmup < 0 || passes < 1) {
        fprintf(stderr, "usage: pass WARMUP PASSES [PROC]\n");
        return 2;
    }
    struct table table = {0};
    for (long i = 0; i < warmup; i++)
        pass(proc, &table);
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    const double begun = now();
    for (long i = 0; i < passes; i++)
        pass(proc, &table);
    const double wall = now() - begun;
    getrusage(RUSAGE_SELF, &after);
    printf("{\"processes\":%zu,\"user\":%.6f,\"system\":%.6f,\"wall\":%.6f}\n", table.count,
           seconds(after.ru_utime) - seconds(before.ru_utime),
           seconds(after.ru_stime) - seconds(before.ru_stime), wall);
    free(table.rows);
    return 0;
}
