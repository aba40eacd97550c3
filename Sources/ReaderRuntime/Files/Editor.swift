import ArabicText
import Interface
import Platform

/// The editor that a person has chosen by `VISUAL` or `EDITOR`, else `vi`.
package struct Editor: TextEditor {
  /// The command, for a shell.
  private let command: String

  /// The editor that `environment` names.
  package init(environment: [String: String] = ProcessEnvironment.variables) {
    let chosen = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
    command = chosen.first { !$0.isEmpty } ?? "vi"
  }

  /// Runs the editor on the file at `path`, in the line that holds `offset` of `text`, and waits.
  ///
  /// - Returns: what went wrong, or `nil`.
  package func edit(
    _ path: String, at offset: TextOffset, of text: DecodedText, in terminal: any ReaderTerminal
  ) -> TextEditorProblem? {
    let line = Self.line(of: offset, in: text)
    // A path that begins with a dash or a plus would be taken for an option.
    let file = path.hasPrefix("/") ? path : "./" + path
    var program = ChildProgram(
      ["/bin/sh", "-c", "exec \(command) \"$@\"", "sh", "+\(line)", file])
    (program.output, program.errors) = (.inherited, .inherited)
    let ended = terminal.suspendForChild { input in
      program.input = .descriptor(input)
      return Result { () throws(FileError) in try program.start().waitForEnd() }
    }
    let reason: Phrase.Argument
    switch ended {
    case .success(0): return nil
    case .success(let status): reason = .number(Int(status))
    case .failure(let error): reason = error.reason.argument
    }
    return TextEditorProblem(reason: Phrase(.inFile, .path(command), reason))
  }

  package func edit(
    _ text: String, in terminal: any ReaderTerminal
  ) -> Result<String, TextEditorProblem> {
    do throws(FileError) {
      let file = try NoteFile(text)
      // An editor that fails, or is made to fail (vim's `:cq`), leaves the text as it was.
      if let problem = edit(file.path, at: .zero, of: DecodedText(text), in: terminal) {
        file.remove()
        return .failure(problem)
      }
      // What was written and cannot be read stays in its file, which the message names.
      let edited = try file.text()
      file.remove()
      return .success(edited)
    } catch {
      return .failure(TextEditorProblem(reason: error.phrase))
    }
  }

  /// The number of the line that holds `offset`, from 1.
  static func line(of offset: TextOffset, in text: DecodedText) -> Int {
    text.withUTF8 { bytes in
      bytes.prefix(max(0, offset.utf8)).count { $0 == UInt8(ascii: "\n") } + 1
    }
  }
}
