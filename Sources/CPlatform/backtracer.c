#define _GNU_SOURCE
#include "CPlatform.h"

#include <signal.h>
#include <stdlib.h>

void rawi_leave_crashes_alone(void) {
  if (getenv("SWIFT_BACKTRACE") != NULL) return;
  // The backtracer is known by signals that sanitizers, which report faults too, leave alone. Any of
  // them may be ignored by the parent, as SIGQUIT is for what a script runs in the background.
  void (*backtracer)(int, siginfo_t *, void *) = NULL;
  for (int i = 0; i < 3 && backtracer == NULL; i++) {
    struct sigaction action;
    if (sigaction((int[]){SIGTRAP, SIGABRT, SIGQUIT}[i], NULL, &action) != 0) continue;
    if (action.sa_flags & SA_SIGINFO) backtracer = action.sa_sigaction;
  }
  if (backtracer == NULL) return;
  for (int number = 1; number < NSIG; number++) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0) continue;
    if (action.sa_sigaction != backtracer) continue;
    action = (struct sigaction){.sa_handler = SIG_DFL};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
  }
}
