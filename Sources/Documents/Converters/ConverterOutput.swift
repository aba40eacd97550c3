import Platform

extension ChildProgram.Result {
  /// What a program that reads a format has written.
  ///
  /// - Parameters:
  ///   - file: what the file is called in errors.
  ///   - program: the program.
  ///   - allowance: what it was allowed.
  /// - Returns: its output.
  /// - Throws: ``DocumentError`` where it has come to a limit or failed, with its last error line.
  func output(
    of file: String, by program: String, _ allowance: ChildProgram.Allowance
  ) throws(DocumentError) -> [UInt8] {
    switch limit {
    case .time:
      throw .stopped(file, by: program, seconds: Int(allowance.time.components.seconds))
    case .output: throw .overLimit(file, limit: allowance.output)
    case nil: break
    }
    guard status == 0 else {
      throw .refused(
        file, by: program, because: lastError.isEmpty ? "exit status \(status)" : lastError)
    }
    return output
  }
}
