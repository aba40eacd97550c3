import Glibc

extension TOMLError: UserFacingError {
  /// `file:line:column: what is wrong; what is allowed`, in no language yet.
  package var phrase: Phrase { .inFile(file, position, problem.phrase) }

  /// 78.
  package var exitCode: Int32 { EX_CONFIG }
}

extension TOMLError: CustomStringConvertible {
  /// `file:line:column: what is wrong; what is allowed`, in English.
  package var description: String { message(in: .english) }
}

extension Phrase {
  /// What is wrong in `file`, with the place in the form that compilers use and editors follow.
  static func inFile(_ file: String, _ position: TOML.Position?, _ problem: Phrase) -> Phrase {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return Phrase(.inFile, .word(file.safeForMessages + place), .phrase(problem))
  }
}
