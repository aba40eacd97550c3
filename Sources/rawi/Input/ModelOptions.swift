import Annotations
import ArabicAnalysis
import ArabicText
import ArgumentParser
import Corrections
import EntityModel
import Interface
import Platform
import Reader
import ReaderRuntime

/// The options that say how names are found.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The model that finds names: full, fast (somewhat less sure, with half of the work), none (lists and rules "
        + "alone, faster by far) or a file. Without it, the environment's RAWI_MODEL, else model in config.toml, "
        + "else full.",
      valueName: "model"), completion: .list(ModelWord.allCases.map(\.rawValue)))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "A list of your own names, which go before all others: name, tab, PER, ORG, LOC or - (no name), "
        + "and behind another tab what the entity is called.",
      valueName: "file"), completion: .file())
  var names: String?

  @Option(
    help: ArgumentHelp(
      "Whether the lists of names and speakers that your corrections have taught count: on or off. "
        + "Corrections of the article itself hold either way. The default is on.",
      valueName: "choice"))
  var ownNames: OnOff = .on

  /// What names the tagger: the option, else the environment, else the configuration; empty for the full one.
  ///
  /// A mistake in the configuration is told where its other choices are read.
  var name: String {
    let name = model ?? ProcessEnvironment.variables["RAWI_MODEL"] ?? ""
    let chosen =
      name.isEmpty ? (try? ConfigurationFile.configuration())?.word(.model) ?? "" : name
    return chosen == ModelWord.full.rawValue ? "" : chosen
  }

  /// The tagger that was chosen.
  func choice() -> ModelChoice { .named(name) }

  /// How articles are analysed as the options say.
  ///
  /// - Throws: ``NameListFailure``.
  func setup() throws(NameListFailure) -> AnalysisSetup {
    AnalysisSetup(
      model: choice(), names: try listedNames(),
      folder: ownNames == .on ? try? NotesStore.folder() : nil)
  }

  /// What analyses articles as the options say; what cannot be read or used of the user's lists is told
  /// on standard error.
  ///
  /// - Throws: ``NameListFailure``.
  func pipeline() throws(NameListFailure) -> AnalysisPipeline {
    try setup().pipeline { $0.phrases.forEach(Failure.tell) }
  }

  /// The analysis of one article, as the user has corrected it.
  ///
  /// - Throws: ``NameListFailure``.
  func corrected(_ document: Document) throws(NameListFailure) -> Analysis {
    var stored = StoredCorrections()
    return try pipeline().analyze(document, corrections: stored.annotations(of: document))
  }

  /// The names of the list that was named; none without one.
  private func listedNames() throws(NameListFailure) -> UserNames {
    guard let names else { return UserNames() }
    let text: String
    do throws(FileError) {
      let bytes = try WholeFile.bytes(of: names, limit: 64 << 20, kinds: .anyStream)
      text = UserListText.decoded(bytes)
    } catch {
      throw .unreadable(error)
    }
    do throws(UserNamesError) { return try UserNames(tsv: text) } catch {
      throw .line(path: names, error)
    }
  }
}

extension ModelChoice {
  /// The choice of that name: a word, or the path of a file.
  ///
  /// A file that cannot be used is reported on standard error, and lists and rules serve.
  fileprivate static func named(_ name: String) -> ModelChoice {
    if let word = name.isEmpty ? .full : ModelWord(rawValue: name) {
      return switch word {
      case .full: .builtIn
      case .fast: .fast
      case .none: .none
      }
    }
    do {
      let bytes = try WholeFile.bytes(of: name, limit: 1 << 28, kinds: .anyStream)
      return .file(try NameTagger(copying: bytes))
    } catch let error as ModelError {
      Failure.tell(Phrase(.modelUnused, .path(name), .phrase(error.phrase)))
    } catch let error as FileError {
      Failure.tell(Phrase(.modelUnread, .path(name), error.reason.argument))
    } catch {
      Failure.tell("\(error)")
    }
    return .none
  }
}
