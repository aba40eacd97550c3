// The language is strict C, which hides POSIX unless asked.
#define _GNU_SOURCE
#include "CMappedText.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// More files than anyone has open at a time.
enum { capacity = 256 };

static struct {
  atomic_uintptr_t start;
  atomic_size_t size;
} guarded[capacity];

static atomic_size_t page_size;
static struct sigaction previous;

bool mapped_text_repair(void *fault) {
  int error = errno;
  uintptr_t place = (uintptr_t)fault;
  for (int i = 0; i < capacity; i++) {
    uintptr_t start = guarded[i].start;
    uintptr_t end = start + guarded[i].size;
    if (start == 0 || place < start || place >= end) continue;
    uintptr_t page = place & ~((uintptr_t)page_size - 1);
    // All that follows is missing too; one mapping for it, as a process has a limited number.
    void *zeros = mmap(
        (void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE,
        -1, 0);
    errno = error;
    return zeros != MAP_FAILED;
  }
  return false;
}

static void on_bus_error(int number, siginfo_t *info, void *context) {
  (void)context;
  if (mapped_text_repair(info->si_addr)) return;
  // The instruction is run again, and dies as it would have died.
  sigaction(number, &previous, NULL);
}

static void install(void) {
  page_size = (size_t)sysconf(_SC_PAGESIZE);
  struct sigaction action = {.sa_sigaction = on_bus_error, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &previous);
}

bool mapped_text_guard(const void *address, size_t size) {
  static atomic_flag installed = ATOMIC_FLAG_INIT;
  if (!atomic_flag_test_and_set(&installed)) install();
  for (int i = 0; i < capacity; i++) {
    uintptr_t empty = 0;
    // The size is set last; until then nothing lies between start and end.
    if (!atomic_compare_exchange_strong(&guarded[i].start, &empty, (uintptr_t)address)) continue;
    guarded[i].size = size;
    return true;
  }
  return false;
}

void mapped_text_release(const void *address) {
  for (int i = 0; i < capacity; i++) {
    if (guarded[i].start != (uintptr_t)address) continue;
    guarded[i].size = 0;
    guarded[i].start = 0;
    return;
  }
}
