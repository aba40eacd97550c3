import Annotations
import CursesTerminal
import Glibc
import Interface
import Platform
import Reader
import ReaderRuntime

/// What a report of a fault needs to know, without anything of the person: no path, no name, no word of an
/// article, a note or a setting that is free text.
///
/// It is in English whatever the language of the interface, as those read it who mend the fault.
struct FaultReport {
  let facts: TerminalFacts
  let plan: DrawingPlan
  /// The columns and rows of the terminal, where there is one.
  var size: (columns: Int, rows: Int)?
  var environment = ProcessEnvironment.variables

  /// Variables whose values are words of programs; of others only that they are set is told.
  private static let plainVariables: Set = [
    "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "MLTERM", "TERM", "TERM_PROGRAM", "VTE_VERSION",
    "COLORFGBG", "KONSOLE_VERSION", "XTERM_VERSION",
  ]

  /// The lines, a name and what there is of it in each.
  var lines: [String] {
    let rows: [(String, String)] =
      [
        ("rawi", Version.number), ("model", Version.model), ("system", system),
        ("built for", Self.processor), ("terminal", terminal), ("terminfo", entry),
        ("answers", answers), ("variables", variables), ("locale", facts.codeset),
        ("colours", "\(facts.colors)"), ("drawing", drawing), ("settings", settings),
      ] + files
    return rows.map { name, value in
      name + ": " + TerminalControls.picturedOnOneLine(withoutPerson(value))
    }
  }

  private var terminal: String {
    let name = facts.traits.version ?? facts.traits.kind.rawValue
    let room = size.map { ", \($0.columns)x\($0.rows)" } ?? ", none on standard output"
    let host = facts.host.map { " in \($0.version ?? $0.kind.rawValue)" } ?? ""
    return "\(name) (\(facts.traits.kind.rawValue))\(host), \(facts.traits.reordering)\(room)"
  }

  private var entry: String {
    switch facts.entry {
    case .success(let name): name
    case .failure: "none for it"
    }
  }

  private var answers: String {
    guard let answers = facts.answers else { return "not asked" }
    return
      "bidi mode \(answers.bidiMode.map(String.init) ?? "-"), version \(answers.version ?? "-"), "
      + (answers.isComplete ? "complete" : "not complete")
  }

  private var variables: String {
    facts.variables.map { name, value in
      Self.plainVariables.contains(name) ? "\(name)=\(value)" : "\(name) is set"
    }.joined(separator: ", ")
  }

  private var drawing: String {
    "\(plan.drawing), marks \(plan.placesTashkeel ? "shown" : "hidden")"
  }

  // MARK: The machine

  private var system: String {
    var names = utsname()
    let kernel =
      uname(&names) == 0 ? "\(Self.text(of: names.sysname)) \(Self.text(of: names.release))" : "?"
    let lines = (try? WholeFile.text(of: "/etc/os-release", limit: 1 << 16))?.split(separator: "\n")
    let name = lines?.first { $0.hasPrefix("PRETTY_NAME=") }?.dropFirst("PRETTY_NAME=".count)
    return
      "\(name?.filter { $0 != "\"" } ?? "?"), \(kernel), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores"
  }

  private static var processor: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "another processor"
    #endif
  }

  private static func text<Characters>(of characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  // MARK: What the person has

  /// Settings that are one of a few words, or numbers; of others only that they are made.
  private var settings: String {
    let configuration: Configuration
    do { configuration = try ConfigurationFile.configuration() } catch {
      return "config.toml has a mistake"
    }
    let made = configuration.settings.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      setting, value in
      switch (setting.values, value) {
      case (.text, .word(let word)):
        ThemeCatalog.builtIn.contains { $0.name == word }
          ? "\(setting.rawValue)=\(word)" : "\(setting.rawValue)=…"
      case (_, .word(let word)): "\(setting.rawValue)=\(word)"
      case (_, .number(let number)): "\(setting.rawValue)=\(number)"
      }
    }
    let keys =
      configuration.keys.isEmpty
      ? [] : ["\(configuration.keys.count) commands with keys of their own"]
    return (made + keys).isEmpty ? "none" : (made + keys).joined(separator: ", ")
  }

  private var files: [(String, String)] {
    guard let folder = try? NotesStore.folder() else { return [("notes", "no home folder")] }
    return [
      ("notes", folder.annotations), ("names", folder.path + "/names.tsv"),
      ("speakers", folder.path + "/speakers.tsv"),
    ].map { name, path in
      var status = stat()
      guard stat(path, &status) == 0 else { return (name, "none") }
      return (name, "\(status.st_size) bytes, mode \(String(status.st_mode & 0o777, radix: 8))")
    }
  }

  /// `value` without the person's home, login name and host, should a program have put them there.
  private func withoutPerson(_ value: String) -> String {
    var names = utsname()
    let host = uname(&names) == 0 ? Self.text(of: names.nodename) : ""
    let words = [environment["HOME"], environment["USER"], environment["LOGNAME"], host]
    return words.compactMap(\.self).filter { $0.count > 2 && $0 != "/root" && $0 != "root" }
      .reduce(value) { $0.replacing($1, with: "…") }
  }
}
