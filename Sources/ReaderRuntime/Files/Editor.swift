import ArabicText
import Glibc
import Interface
import Platform
import Screen

/// The editor that a person has chosen by `VISUAL` or `EDITOR`, else `vi`.
package struct Editor: TextEditor {
  /// The command, for a shell.
  private let command: String

  /// The editor that `environment` names.
  package init(environment: [String: String] = ProcessEnvironment.variables) {
    let chosen = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
    command = chosen.first { !$0.isEmpty } ?? "vi"
  }

  /// How long an editor that is told to end may take for that.
  private static let timeToEnd = Duration.seconds(1)

  /// Runs the editor on the file at `path`, in the line that holds `offset` of `text`, and waits.
  ///
  /// - Returns: what went wrong, or `nil`.
  package func edit(
    _ path: String, at offset: TextOffset, of text: DecodedText, in terminal: any ReaderTerminal
  ) -> TextEditorProblem? {
    run(path, line: Self.line(of: offset, in: text), in: terminal).problem
  }

  package func edit(
    _ text: String, in terminal: any ReaderTerminal, begin: (_ file: String) -> Void
  ) -> EditedNote {
    do throws(FileError) {
      let file = try NoteFile(text)
      begin(file.path)
      let end = run(file.path, line: 1, in: terminal)
      if end.problem == nil {
        // What was written and cannot be read stays in its file, which the message names.
        let edited = try file.text()
        file.remove()
        return EditedNote(text: edited)
      }
      // One that failed, or was ended, has saved what it could.
      let saved = file.saved.flatMap { $0 == text ? nil : $0 }
      if end.isRunning { return EditedNote(text: saved, problem: end.problem, file: file.path) }
      file.remove()
      return EditedNote(text: saved, problem: end.problem)
    } catch {
      return EditedNote(problem: TextEditorProblem(reason: error.phrase))
    }
  }

  /// How the editor has ended.
  private struct End {
    var problem: TextEditorProblem?
    /// Whether it still runs, though it was told to end.
    var isRunning = false
  }

  private func run(_ path: String, line: Int, in terminal: any ReaderTerminal) -> End {
    // A path that begins with a dash or a plus would be taken for an option.
    let file = path.hasPrefix("/") ? path : "./" + path
    var program = ChildProgram(
      ["/bin/sh", "-c", "exec \(command) \"$@\"", "sh", "+\(line)", file])
    (program.output, program.errors) = (.inherited, .inherited)
    let ended = terminal.suspendForChild { input in
      program.input = .descriptor(input)
      return Result { () throws(FileError) in wait(for: try program.start(), in: terminal) }
    }
    switch ended {
    case .success(0?): return End()
    case .success(let status?): return End(problem: problem(.number(Int(status))))
    case .success(nil): return End(problem: problem(.system(EINTR)), isRunning: true)
    case .failure(let error): return End(problem: problem(error.reason.argument))
    }
  }

  private func problem(_ reason: Phrase.Argument) -> TextEditorProblem {
    TextEditorProblem(reason: Phrase(.inFile, .path(command), reason))
  }

  /// Waits for the end of the editor, which is told to end where this program is.
  ///
  /// - Returns: its exit status, or `nil` where it does not heed that.
  private func wait(for editor: RunningChild, in terminal: any ReaderTerminal) -> Int32? {
    guard let end = try? ChildEnd(of: editor) else { return editor.waitForEnd() }
    guard let signal = terminal.waitForChild(end.descriptor) else {
      return end.wait(atMost: .seconds(86_400))
    }
    editor.signal(signal == .hangup ? SIGHUP : SIGTERM)
    return end.wait(atMost: Self.timeToEnd)
  }

  /// The number of the line that holds `offset`, from 1.
  static func line(of offset: TextOffset, in text: DecodedText) -> Int {
    text.withUTF8 { bytes in
      bytes.prefix(max(0, offset.utf8)).count { $0 == UInt8(ascii: "\n") } + 1
    }
  }
}
