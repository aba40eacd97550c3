import Screen

/// What is done in a terminal so that right-to-left text stands rightly in it.
package struct DrawingPlan: Hashable, Sendable {
  /// How rows are sent.
  package var drawing: Drawing
  /// What is switched in the terminal.
  package var bidiSwitch: BidiSwitch
  /// Whether the switch passes through a multiplexer.
  package var passesThrough = false
  /// Whether marks will stand on the letters they belong to; kitty, turning a word round, sets them and
  /// the letters after them amiss.
  package var placesTashkeel = true
  /// Why.
  package var reason: Reason

  /// Why a drawing was taken.
  package enum Reason: Hashable, Sendable {
    /// Asked for on the command line or in the configuration.
    case asked
    /// Chosen by the person in `rawi doctor`.
    case chosen
    /// Nobody looks at a file.
    case file
    /// The terminal orders what stays in it when the program has ended.
    case stays
    /// mlterm orders each row by its first letter.
    case mltermRows
    /// kitty turns each word round.
    case kitty
    /// The terminal orders and has no switch for it.
    case unstoppable
    /// The terminal does not order.
    case plain
    /// Its ordering was found switched off.
    case foundOff
    /// Its ordering is switched off.
    case switchedOff
    /// So it is with the terminal around a multiplexer.
    case around(Multiplexer, Host)

    /// What is known of a terminal around a multiplexer.
    package enum Host: Hashable, Sendable {
      case passedThrough, unknown, plain, kitty, mltermRows, reorders
    }
  }

  /// A plan.
  package init(_ drawing: Drawing, _ bidiSwitch: BidiSwitch = .none, because reason: Reason) {
    self.drawing = drawing
    self.bidiSwitch = bidiSwitch
    self.reason = reason
  }

  /// The plan for a terminal.
  ///
  /// - Parameters:
  ///   - traits: what is known of it.
  ///   - host: what is known of the terminal around it, where it is a multiplexer.
  ///   - choices: what the person wants.
  package init(for traits: TerminalTraits, host: TerminalTraits? = nil, choices: DrawingChoices) {
    let mirrors = (host ?? traits).kind != .konsole
    let remembered = choices.remembered[TerminalIdentity(traits, host: host)]
    if choices.bidi != .auto {
      self.init(choices.bidi, traits, mirrors: mirrors, because: .asked)
    } else if let mode = remembered?.bidi, mode != .auto {
      self.init(mode, traits, mirrors: mirrors, because: .chosen)
    } else if let multiplexer = Multiplexer(traits.kind) {
      let isAllowed =
        switch choices.passthrough {
        case .on: true
        case .ask: remembered?.passthrough ?? false
        case .off: false
        }
      self.init(inside: multiplexer, host: host, mayPassThrough: isAllowed)
    } else {
      self.init(directlyIn: traits)
    }
    placesTashkeel = drawing != .words && (host ?? traits).placesTashkeel
  }

  /// The plan for lines that stay in a terminal when the program has ended, so that nothing can be
  /// switched for them.
  ///
  /// - Parameters: as for ``init(for:host:choices:)``.
  package init(
    forPrintingIn traits: TerminalTraits, host: TerminalTraits? = nil, choices: DrawingChoices
  ) {
    var choices = choices
    choices.passthrough = .off
    self.init(for: traits, host: host, choices: choices)
    guard bidiSwitch != .none else { return }
    bidiSwitch = .none
    guard drawing == .visual else { return }
    switch traits.reordering {
    case .none, .standardMode(isOn: false): break
    case .mltermProperty:
      self.drawing = .terminal
      reason = .mltermRows
    default:
      self.drawing = .inverse(mirrors: traits.kind != .konsole)
      reason = .stays
    }
  }

  private init(
    _ mode: BidiMode, _ traits: TerminalTraits, mirrors: Bool, because reason: Reason
  ) {
    switch mode {
    case .auto, .visual: self.init(.visual, because: reason)
    case .words: self.init(.words, because: reason)
    case .inverse: self.init(.inverse(mirrors: mirrors), because: reason)
    case .logical: self.init(.logical, because: reason)
    case .terminal:
      let isOff = traits.reordering == .standardMode(isOn: false)
      self.init(.terminal, isOff ? .on : .none, because: reason)
    }
  }

  private init(directlyIn traits: TerminalTraits) {
    switch traits.reordering {
    case .unstoppable where traits.kind == .kitty:
      self.init(.words, because: .kitty)
    case .unstoppable:
      self.init(.inverse(), because: .unstoppable)
    case .none:
      self.init(.visual, because: .plain)
    case .standardMode(isOn: false):
      self.init(
        .visual, BidiSwitch(for: traits.reordering),
        because: .foundOff)
    default:
      self.init(
        .visual, BidiSwitch(for: traits.reordering),
        because: .switchedOff)
    }
  }

  private init(inside multiplexer: Multiplexer, host: TerminalTraits?, mayPassThrough: Bool) {
    // Whoever allows it for a terminal that nothing is known of wants it switched; mode 8 is
    // understood or ignored everywhere.
    let hostSwitch = BidiSwitch(for: host?.reordering ?? .standardMode(isOn: true))
    if mayPassThrough, hostSwitch != .none {
      self.init(
        .visual, hostSwitch.passed(through: multiplexer),
        because: .around(multiplexer, .passedThrough))
      passesThrough = true
      return
    }
    switch host?.reordering {
    case nil:
      self.init(.visual, because: .around(multiplexer, .unknown))
    case .some(.none), .standardMode(isOn: false):
      self.init(.visual, because: .around(multiplexer, .plain))
    case .unstoppable where host?.kind == .kitty:
      self.init(.words, because: .around(multiplexer, .kitty))
    case .mltermProperty:
      // It takes the direction of each row from its first letter, so no row can be inverted.
      self.init(.terminal, because: .around(multiplexer, .mltermRows))
    default:
      let mirrors = host?.kind != .konsole
      self.init(.inverse(mirrors: mirrors), because: .around(multiplexer, .reorders))
    }
  }
}
