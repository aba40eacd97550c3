import Interface
import Platform
import Reader

/// The file in which lines that were typed are kept for the next start.
package struct PromptHistoryFile {
  private let file: StateFile

  /// The file in the folder that `environment` names.
  package init(environment: [String: String]) {
    file = StateFile("history", environment: environment)
  }

  /// The lines that were kept.
  ///
  /// - Throws: `FileError` where they cannot be read or are too many.
  func read() throws(FileError) -> PromptHistory {
    PromptHistory(try file.lines().compactMap { PromptHistory.Entry(line: $0) })
  }

  /// Adds a line.
  func add(_ entry: PromptHistory.Entry) {
    if !entry.line.contains(where: \.isNewline) { file.append(entry.line) }
  }

  /// Leaves the last lines where the file has grown to twice of what is kept; one that cannot be read
  /// stays as it is.
  func shorten() {
    guard let lines = try? file.lines(), lines.count > 2 * PromptHistory.capacity else { return }
    file.replace(with: lines.suffix(PromptHistory.capacity).joined(separator: "\n") + "\n")
  }
}
