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
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { grace_seconds = 2 };

static int terminal = -1;
static int ends[2] = {-1, -1};
static struct termios saved_modes;
// One that is used while the other is written to, so that no signal finds half of one.
static struct undo {
  unsigned char bytes[terminal_guard_capacity];
  size_t length;
} undos[2];
static _Atomic(const struct undo *) undo = undos;
enum { nothing_to_restore, being_taken, to_be_restored, being_restored };
static atomic_int state = nothing_to_restore;
// The thread that takes and draws. While another one dies, it has to rest: what it did to the terminal
// after the restoring would stay.
static _Atomic pid_t owner;
static atomic_bool is_dying, owner_rests;
static volatile sig_atomic_t unacknowledged;
static timer_t end_timer;
static bool has_timer;
static struct sigaction previous[NSIG];
static unsigned char signal_stack[64 * 1024];

// MARK: What signals do

enum effect { untouchable, harmless, news, stop, crash, end };

// What signal `number` does to a program that does nothing about it, after signal(7). All that are
// not named end it, also those that a later system adds.
static enum effect effect_of(int number) {
  switch (number) {
  case SIGKILL: case SIGSTOP: return untouchable;
  case SIGCHLD: case SIGURG: return harmless;
  case SIGCONT: case SIGWINCH: return news;
  case SIGTSTP: case SIGTTIN: case SIGTTOU: return stop;
  case SIGABRT: case SIGBUS: case SIGFPE: case SIGILL: case SIGSEGV: case SIGSYS:
  case SIGTRAP: return crash;
  // What was written is kept first, as after any other signal that somebody sends.
  case SIGQUIT:
  default: return end;
  }
}

bool terminal_guard_is_end(int number) { return effect_of(number) == end; }

// MARK: Restoring

static void write_undo(void) {
  const struct undo *current = undo;
  size_t written = 0;
  // A terminal that takes no bytes (its other end is stopped) must not keep the program alive.
  struct pollfd writable = {.fd = terminal, .events = POLLOUT};
  while (written < current->length && poll(&writable, 1, 200) == 1 &&
         (writable.revents & POLLOUT)) {
    ssize_t count = write(terminal, current->bytes + written, current->length - written);
    if (count <= 0 && errno != EINTR) return;
    if (count > 0) written += (size_t)count;
  }
}

static bool change_state(int from, int to) {
  return atomic_compare_exchange_strong(&state, &from, to);
}

void terminal_guard_restore(void) {
  int error = errno;
  if (change_state(to_be_restored, being_restored)) {
    // From the background, setting the modes would stop the program instead of ending it.
    struct sigaction ignore = {.sa_handler = SIG_IGN}, old;
    sigaction(SIGTTOU, &ignore, &old);
    write_undo();
    tcsetattr(terminal, TCSANOW, &saved_modes);
    sigaction(SIGTTOU, &old, NULL);
    state = nothing_to_restore;
  } else if (change_state(being_taken, being_restored)) {
    // In the background it is still somebody else's.
    if (tcgetpgrp(terminal) == getpgrp()) tcsetattr(terminal, TCSANOW, &saved_modes);
    state = nothing_to_restore;
  } else {
    // Another thread may be at it: whoever ended the program now would cut it short.
    for (int i = 0; i < 100 && state == being_restored; i++) poll(NULL, 0, 10);
  }
  errno = error;
}

// MARK: Handlers

// The kernel's record of an action begins with the handler, and is no longer than this.
struct kernel_action {
  void *handler;
  unsigned char rest[56];
};

static long kernel_sigaction(
    int number, const struct kernel_action *new, struct kernel_action *old) {
  return syscall(SYS_rt_sigaction, number, new, old, (size_t)(NSIG / 8));
}

static void rest_while_another_dies(void) {
  if (!is_dying || gettid() != owner) return;
  owner_rests = true;
  for (;;) pause();
}

// Half a second is enough for any thread that takes signals; one that does not is dying itself.
static void let_owner_rest(int number) {
  if (owner == 0 || owner == gettid()) return;
  is_dying = true;
  if (syscall(SYS_tgkill, getpid(), owner, number) != 0) return;
  for (int i = 0; i < 500 && !owner_rests; i++) poll(NULL, 0, 1);
}

// The action is the one from before, which may be a backtracer's; it runs when the handler returns.
static void die_of(int number) {
  sigset_t all;
  sigfillset(&all);
  // No second signal on the way out.
  pthread_sigmask(SIG_BLOCK, &all, NULL);
  let_owner_rest(number);
  terminal_guard_restore();
  struct sigaction action = previous[number];
  if (action.sa_handler == SIG_IGN) action.sa_handler = SIG_DFL;
  if (sigaction(number, &action, NULL) != 0) {
    kernel_sigaction(number, &(struct kernel_action){0}, NULL);
  }
  syscall(SYS_tgkill, getpid(), gettid(), number);
}

static bool was_ignored(int number) { return previous[number].sa_handler == SIG_IGN; }

static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  rest_while_another_dies();
  // A file that was cut while it is shown is no reason to die.
  if (number == SIGBUS && info->si_code > 0 && mapped_text_repair(info->si_addr)) return;
  // What the parent had ignored stays ignored where somebody sends it; a fault cannot be.
  bool is_sent = info->si_code == SI_USER || info->si_code == SI_QUEUE;
  if (is_sent && was_ignored(number)) return;
  die_of(number);
}

static void tell(int number) {
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(ends[1], &byte, 1);
  (void)ignored;
}

static void set_timer(int seconds) {
  struct itimerspec time = {.it_value.tv_sec = seconds};
  if (has_timer) timer_settime(end_timer, 0, &time, NULL);
}

static void on_signal(int number, siginfo_t *info, void *context) {
  (void)context;
  rest_while_another_dies();
  int error = errno;
  if (info->si_code == SI_TIMER && info->si_ptr == &end_timer) {
    int cause = unacknowledged;
    if (cause != 0) die_of(cause);
  } else if (effect_of(number) == stop && info->si_code == SI_KERNEL) {
    // In the background, where the terminal is somebody else's already.
    raise(SIGSTOP);
  } else {
    tell(number);
    if (effect_of(number) == end && unacknowledged == 0) {
      unacknowledged = number;
      set_timer(grace_seconds);
    }
  }
  errno = error;
}

// MARK: Installing

// Two signals belong to the C library, which lets nobody handle them and makes use of neither here.
// They end the program like the others, so they are handled as a crash is.
static void install_reserved(int number) {
  struct kernel_action action = {0};
  bool is_free = kernel_sigaction(number, NULL, &action) == 0 && action.handler == NULL;
  if (is_free && kernel_sigaction(SIGSEGV, NULL, &action) == 0) {
    kernel_sigaction(number, &action, NULL);
  }
}

static void install(int number) {
  enum effect effect = effect_of(number);
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
  action.sa_sigaction = effect == crash ? on_crash : on_signal;
  // A call that is stopped in the background has to look whether it is still wanted.
  if (effect == news || effect == end) action.sa_flags |= SA_RESTART;
  sigemptyset(&action.sa_mask);
  if (sigaction(number, NULL, &previous[number]) != 0) return install_reserved(number);
  // What the parent has ignored (nohup) stays ignored.
  if (effect != crash && was_ignored(number)) return;
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

static void for_each_signal(void (*body)(int)) {
  for (int number = 1; number < NSIG; number++) {
    enum effect effect = effect_of(number);
    if (effect != untouchable && effect != harmless) body(number);
  }
}

static void reset(int number) {
  struct kernel_action action = {0};
  if (sigaction(number, &previous[number], NULL) != 0) kernel_sigaction(number, &action, NULL);
}

int terminal_guard_install(int tty, const struct termios *modes) {
  static bool registered;
  if (!open_pipe()) return -1;
  terminal = tty;
  saved_modes = *modes;
  terminal_guard_set_undo(NULL, 0);
  unacknowledged = 0;
  if (!registered) registered = atexit(terminal_guard_restore) == 0;
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
  event.sigev_value.sival_ptr = &end_timer;
  has_timer = timer_create(CLOCK_MONOTONIC, &event, &end_timer) == 0;
  // A stack overflow leaves no room for the handler on the stack of the thread that draws.
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  for_each_signal(install);
  return ends[0];
}

bool terminal_guard_set_undo(const unsigned char *bytes, size_t length) {
  if (length > terminal_guard_capacity) return false;
  struct undo *other = undo == undos ? &undos[1] : &undos[0];
  if (length > 0) memcpy(other->bytes, bytes, length);
  other->length = length;
  undo = other;
  return true;
}

void terminal_guard_remove(void) {
  terminal_guard_acknowledge();
  for_each_signal(reset);
  if (has_timer) timer_delete(end_timer);
  has_timer = false;
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

void terminal_guard_begin(void) {
  owner = gettid();
  state = being_taken;
}

void terminal_guard_engage(bool engaged) {
  if (engaged) owner = gettid();
  state = engaged ? to_be_restored : nothing_to_restore;
}

void terminal_guard_acknowledge(void) {
  unacknowledged = 0;
  set_timer(0);
}

void terminal_guard_stop(bool group) {
  if (!group) {
    raise(SIGSTOP);
    return;
  }
  // Where the parent has ignored it, there is no shell to come back to.
  if (was_ignored(SIGTSTP)) return;
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
