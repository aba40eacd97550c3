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
      "The model that finds names, or none: lists and rules alone, which is faster. Without it, the "
        + "environment's RAWI_MODEL, else the model in the program.",
      valueName: "file"), completion: .file())
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

  /// The tagger that was chosen.
  func choice() -> ModelChoice { .named(model) }

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
  /// The choice that `model` or else the environment names.
  ///
  /// A file that cannot be used is reported on standard error, and lists and rules serve.
  static func named(_ model: String? = nil) -> ModelChoice {
    let name = model ?? ProcessEnvironment.variables["RAWI_MODEL"] ?? ""
    if name.isEmpty { return .builtIn }
    if name == "none" { return .none }
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
