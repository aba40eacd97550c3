import Glibc
import Platform
import TestSupport
import Testing

@Suite struct ChildProgramTests {
  private func output(_ script: String, within timeout: Duration = .seconds(60)) -> String? {
    ChildProgram(["sh", "-c", script]).output(within: timeout)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `what a program prints is taken, with its environment and no input`() {
    let program = ChildProgram(
      ["sh", "-c", "cat; echo \"$WORD\"; echo x >&2"], environment: ["WORD": "سلام"])
    #expect(program.output(within: .seconds(60)) == Array("سلام\n".utf8))
  }

  @Test func `a program that fails or cannot be run has no output`() {
    #expect(output("echo a; exit 1") == nil)
    #expect(ChildProgram(["/nonexistent/program"]).output(within: .seconds(60)) == nil)
    #expect(throws: FileError(path: "/nonexistent/program", reason: .missing)) {
      try ChildProgram(["/nonexistent/program"]).start()
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `a program that does not end is killed, whether it holds its output or not`() {
    #expect(output("exec sleep 1000", within: .milliseconds(50)) == nil)
    #expect(output("exec >&-; exec sleep 1000", within: .milliseconds(50)) == nil)
    #expect(output("exec yes") == nil)
  }

  @Test func `no descriptor reaches a program but the standard three`() throws {
    // One that is not closed on exec, as other people's code opens them.
    let descriptor = open("/dev/null", O_RDONLY)
    try #require(descriptor > 2)
    defer { close(descriptor) }
    let found = try #require(output("ls /proc/self/fd | tr '\\n' ' '"))
    // The last one is that of ls, which lists the folder.
    #expect(found == "0 1 2 3 ")
  }

  @Test func `signals have their default effect in a program`() throws {
    var (all, old) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    let status = try #require(output("grep -E 'SigBlk|SigIgn' /proc/self/status"))
    let masks = status.split(separator: "\n").compactMap { line in
      line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) }
    }
    // Signals 32 and 33 are the C library's own.
    #expect(masks.map { $0 & ~(0b11 << 31) } == [0, 0])
  }

  @Test(arguments: [("exit 0", 0), ("exit 7", 7), ("kill -TERM $$", 143)])
  func `the end of a program is told as a shell tells it`(
    _ script: String, _ status: Int32
  ) throws {
    #expect(try ChildProgram(["/bin/sh", "-c", script]).start().waitForEnd() == status)
  }

  @Test func `a program reads from an open file`() throws {
    let folder = try TemporaryFolder()
    let file = open(try folder.file("a", Array("text".utf8)), O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    var program = ChildProgram(["cat"])
    program.input = .descriptor(file)
    #expect(program.output(within: .seconds(60)) == Array("text".utf8))
  }
}
