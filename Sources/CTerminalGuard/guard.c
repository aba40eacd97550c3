#include "CTerminalGuard.h"
int rawi_guard_placeholder;
