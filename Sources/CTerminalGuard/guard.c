// The language is strict C, which hides POSIX unless asked.
#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include "CMappedText.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT};
static const int deferred[] = {SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
enum { patience_seconds = 2, fatal_count = 7, deferred_count = 6 };

static int terminal = -1;
static int ends[2] = {-1, -1};
static struct termios saved_modes;
static unsigned char undo_bytes[terminal_guard_capacity];
static size_t undo_length;
static atomic_bool is_engaged;
static volatile sig_atomic_t unacknowledged;
static struct sigaction previous[NSIG];
static unsigned char signal_stack[64 * 1024];

static void write_undo(void) {
  size_t written = 0;
  // A terminal that takes no bytes (its other end is stopped) must not keep the program alive.
  struct pollfd writable = {.fd = terminal, .events = POLLOUT};
  while (written < undo_length && poll(&writable, 1, 200) == 1 && (writable.revents & POLLOUT)) {
    ssize_t count = write(terminal, undo_bytes + written, undo_length - written);
    if (count <= 0 && errno != EINTR) return;
    if (count > 0) written += (size_t)count;
  }
}

void terminal_guard_restore(void) {
  if (!atomic_exchange(&is_engaged, false)) return;
  int error = errno;
  // From the background, setting the modes would stop the program instead of ending it.
  struct sigaction ignore = {.sa_handler = SIG_IGN}, old;
  sigaction(SIGTTOU, &ignore, &old);
  write_undo();
  tcsetattr(terminal, TCSANOW, &saved_modes);
  sigaction(SIGTTOU, &old, NULL);
  errno = error;
}

// The action is the one from before, which may be a backtracer's; it runs after this returns.
static void die_of(int number) {
  terminal_guard_restore();
  struct sigaction action = previous[number];
  if (action.sa_handler == SIG_IGN) action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
  raise(number);
}

// A file that was cut while it is shown is no reason to die.
static void on_bus_error(int number, siginfo_t *info, void *context) {
  (void)context;
  if (!mapped_text_repair(info->si_addr)) die_of(number);
}

static void on_alarm(int number) {
  (void)number;
  int cause = unacknowledged;
  if (cause != 0) die_of(cause);
}

static void defer(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(ends[1], &byte, 1);
  (void)ignored;
  if (number == SIGTERM || number == SIGHUP) {
    unacknowledged = number;
    alarm(patience_seconds);
  }
  errno = error;
}

static void install(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  sigaction(number, NULL, &previous[number]);
  // What the parent had ignored (nohup) stays ignored; a fault cannot be.
  bool is_sent = number == SIGQUIT || (flags & SA_RESTART);
  if (previous[number].sa_handler == SIG_IGN && is_sent) return;
  sigaction(number, &action, NULL);
}

static bool open_pipe(void) {
  if (pipe(ends) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    fcntl(ends[end], F_SETFL, O_NONBLOCK);
  }
  return true;
}

int terminal_guard_install(
    int tty, const struct termios *modes, const unsigned char *undo, size_t length) {
  static bool registered;
  if (length > sizeof undo_bytes) return errno = EOVERFLOW, -1;
  if (!open_pipe()) return -1;
  terminal = tty;
  saved_modes = *modes;
  undo_length = length;
  memcpy(undo_bytes, undo, length);
  unacknowledged = 0;
  if (!registered) registered = atexit(terminal_guard_restore) == 0;
  // A stack overflow leaves no room for the handler on the stack of the thread that draws.
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  for (int i = 0; i < fatal_count; i++) install(fatal[i], die_of, SA_ONSTACK);
  struct sigaction bus = {.sa_sigaction = on_bus_error, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&bus.sa_mask);
  sigaction(SIGBUS, &bus, NULL);
  for (int i = 0; i < deferred_count; i++) install(deferred[i], defer, SA_ONSTACK | SA_RESTART);
  install(SIGALRM, on_alarm, SA_ONSTACK);
  return ends[0];
}

void terminal_guard_remove(void) {
  terminal_guard_acknowledge();
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &previous[fatal[i]], NULL);
  for (int i = 0; i < deferred_count; i++) sigaction(deferred[i], &previous[deferred[i]], NULL);
  sigaction(SIGALRM, &previous[SIGALRM], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

void terminal_guard_engage(bool engaged) { atomic_store(&is_engaged, engaged); }

void terminal_guard_acknowledge(void) {
  unacknowledged = 0;
  alarm(0);
}

void terminal_guard_stop(bool group) {
  if (!group) {
    raise(SIGSTOP);
    return;
  }
  // Where the parent has ignored it, there is no shell to come back to.
  if (previous[SIGTSTP].sa_handler == SIG_IGN) return;
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
