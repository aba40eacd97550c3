import Testing

/// Tests that use curses inside the process of the tests, of which there is one state: one at a time.
@Suite(.serialized) struct InProcessTests {}
