import Platform
import Testing

/// A program that runs within limits.
@Suite struct ChildResultTests {
  private func run(
    _ script: String, time: Duration = .seconds(60), output: Int = 1 << 20, memory: Int = 1 << 30
  ) throws -> ChildProgram.Result {
    try ChildProgram(["sh", "-c", script]).run(
      within: ChildProgram.Allowance(time: time, output: output, memory: memory))
  }

  @Test func `output, the last error and the status are told`() throws {
    let result = try run("echo out; echo first >&2; echo last >&2; exit 3")
    #expect(String(decoding: result.output, as: UTF8.self) == "out\n")
    #expect(result.lastError == "last")
    #expect(result.status == 3 && result.limit == nil)
  }

  @Test func `much is read from both streams without a halt`() throws {
    let result = try run("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2")
    #expect(result.output.count == 300_000 && result.limit == nil)
  }

  @Test func `who writes without end is ended`() throws {
    let result = try run("exec cat /dev/zero")
    #expect(result.limit == .output && result.status == 128 + 9)
  }

  @Test func `who does nothing is ended`() throws {
    #expect(try run("exec sleep 1000", time: .milliseconds(50)).limit == .time)
  }

  @Test func `what is bounded is memory of its own, not addresses that are put aside`() throws {
    let script = "while [ $(ulimit -d) = unlimited ]; do :; done; ulimit -d; ulimit -v"
    let output = try run(script, memory: 1 << 30).output
    let limits = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(limits.first == "1048576" && limits.last != limits.first)
  }

  @Test func `who is missing is named`() {
    let allowance = ChildProgram.Allowance(time: .seconds(1), output: 1, memory: 1 << 30)
    #expect(throws: FileError(path: "/nonexistent/program", reason: .missing)) {
      try ChildProgram(["/nonexistent/program"]).run(within: allowance)
    }
  }
}
