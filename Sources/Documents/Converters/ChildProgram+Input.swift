import Glibc
import Platform

extension ChildProgram {
  /// Runs a program that reads a format from standard input: no name of a file is read as an option of it.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - pieces: what it reads, one piece behind the other.
  ///   - allowance: what it may take.
  /// - Returns: what it has come to.
  /// - Throws: ``FileError`` where it cannot be started.
  static func run(
    _ command: [String], on pieces: [UnsafeBufferPointer<UInt8>], within allowance: Allowance
  ) throws(FileError) -> Result {
    let file = try Descriptor.unnamedFile()
    defer { close(file) }
    guard pieces.allSatisfy({ write($0, to: file) }), lseek(file, 0, SEEK_SET) == 0 else {
      throw FileError(path: command.first ?? "", errno: errno)
    }
    var program = ChildProgram(command)
    program.input = .descriptor(file)
    return try program.run(within: allowance)
  }

  /// Writes `bytes` to `file`, all of them, where it can; `errno` tells why it cannot.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(file, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
