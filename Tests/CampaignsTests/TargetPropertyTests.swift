import Testing
import Vietnamese

@testable import Campaigns

@Suite("What holds of every target, whatever its figures")
struct TargetPropertyTests {
  // MARK: Comparators

  /// A target of each comparator whose boundary is at 50, wanting more (or, if so said, less).
  private static func demand(_ comparator: Comparator) -> Target {
    target(comparator, "50", of: "trường") { target in
      switch comparator {
      case .all: target.value = n("50")
      case .range: target.valueHigh = n("60")
      case .improve, .reduce, .maintain: target.baseline = n("50")
      case .riseTo: target.baseline = n("10")
      case .reduceBy:
        target.baseline = n("80")
        target.value = n("30")
      case .zero: target.value = n("0")
      default: break
      }
    }
  }

  static let boundaries: [(Comparator, below: TargetState, at: TargetState, above: TargetState)] = [
    (.reach, .missed, .met, .exceeded), (.all, .missed, .met, .met),
    (.atLeast, .missed, .met, .exceeded), (.moreThan, .missed, .missed, .met),
    (.range, .missed, .met, .met), (.ordinalAtLeast, .missed, .met, .exceeded),
    (.countAt, .missed, .met, .exceeded), (.increaseBy, .missed, .met, .exceeded),
    (.riseTo, .missed, .met, .exceeded), (.averagePerYear, .missed, .met, .exceeded),
    (.everyYear, .missed, .met, .exceeded), (.reduceBy, .exceeded, .met, .missed),
    (.improve, .missed, .missed, .met), (.reduce, .met, .missed, .missed),
    (.maintain, .missed, .met, .exceeded), (.zero, .missed, .missed, .missed),
    (.byReference, .unquantified, .unquantified, .unquantified),
    (.qualitative, .unquantified, .unquantified, .unquantified),
  ]

  @Test func everyComparatorHasABoundary() {
    #expect(Self.boundaries.count == Comparator.allCases.count)
    for (comparator, below, at, above) in Self.boundaries {
      let goal = Self.demand(comparator)
      #expect(judge(goal, ("2024", "49,999")).state == below, "\(comparator)")
      #expect(judge(goal, ("2024", "50")).state == at, "\(comparator)")
      #expect(judge(goal, ("2024", "50,0")).state == at, "\(comparator)")
      #expect(judge(goal, ("2024", "50,001")).state == above, "\(comparator)")
      #expect(judge(goal, ("2024", "")).state.isOpen, "\(comparator)")
    }
  }

  /// More is never worse where more is wanted, and less never where less is.
  @Test func verdictsAreMonotone() {
    var random = Seeded(1)
    for comparator in Comparator.allCases where comparator != .range {
      let goal = Self.demand(comparator)
      for _ in 0..<100 {
        let low = Int.random(in: 0...100, using: &random)
        let high = Int.random(in: low...100, using: &random)
        let less = judge(goal, ("2024", "\(low)")).state.rank
        let more = judge(goal, ("2024", "\(high)")).state.rank
        #expect(goal.goodDirection == .down ? less >= more : more >= less, "\(comparator)")
      }
    }
  }

  // MARK: Roll-up

  /// Schools with figures, as leaves of a tree that is drawn anew each time.
  private func tree(_ leaves: [String], _ random: inout Seeded) -> [Unit] {
    var units = [unit("so", under: nil, .department)]
    var offices = ["so"]
    for index in 0..<Int.random(in: 0...4, using: &random) {
      units.append(unit("p\(index)", under: offices.randomElement(using: &random), .division))
      offices.append("p\(index)")
    }
    for leaf in leaves {
      units.append(unit(leaf, under: offices.randomElement(using: &random)))
    }
    return units.shuffled(using: &random)
  }

  private func figure(_ goal: Target, _ random: inout Seeded) -> String {
    let whole = Int.random(in: 1...40, using: &random)
    let part = random.chance(3) ? whole : Int.random(in: 0...whole, using: &random)
    return goal.isPercent ? "\(part)/\(whole)" : "\(part)"
  }

  private static let summable: [(Comparator, String)] = [
    (.reach, "%"), (.all, "%"), (.atLeast, "%"), (.moreThan, "%"), (.range, "%"), (.reach, "ca"),
    (.countAt, "ca"), (.increaseBy, "ca"), (.zero, "ca"), (.range, "ca"), (.maintain, "ca"),
    (.averagePerYear, "ca"), (.everyYear, "ca"), (.everyYear, "%"), (.riseTo, "ca"),
  ]

  private static func goal(_ comparator: Comparator, _ measure: String) -> Target {
    var goal = demand(comparator)
    goal.unitOfMeasure = measure
    goal.appliesTo = ["truong"]
    if comparator == .all { goal.value = n("100") }
    return goal
  }

  @Test func rollUpDoesNotHangOnOrderOrNesting() {
    var random = Seeded(2)
    let leaves = (0..<8).map { "s\($0)" }
    for (comparator, measure) in Self.summable {
      let goal = Self.goal(comparator, measure)
      for _ in 0..<12 {
        let rows = leaves.compactMap { leaf -> TargetResult? in
          random.chance(5)
            ? nil : row(leaf, "2024", figure(goal, &random), isDraft: random.chance(6))
        }
        let one = roll(goal, rows, units: tree(leaves, &random))
        let other = roll(goal, rows.shuffled(using: &random), units: tree(leaves, &random))
        #expect(one.state == other.state)
        #expect(one.reason == other.reason)
        #expect(one.valueText == other.valueText)
        #expect(one.figure?.numerator == other.figure?.numerator)
        #expect(one.figure?.denominator == other.figure?.denominator)
        #expect(one.figure?.missing.sorted() == other.figure?.missing.sorted())
        #expect(one.figure?.reporting == other.figure?.reporting)
      }
    }
  }

  // MARK: No data

  /// Taking a figure away, or calling it a draft, leaves the verdict or opens it; it never turns
  /// one that was open, or the other way, into met or missed.
  @Test(arguments: Target.Window.allCases)
  func noDataDecidesNothing(_ window: Target.Window) {
    var random = Seeded(3)
    let leaves = ["s0", "s1", "s2"]
    let years = 2021...2024
    for (comparator, measure) in Self.summable {
      var goal = Self.goal(comparator, measure)
      goal.statedWindow = window
      for _ in 0..<30 {
        goal.years = random.chance(2) ? nil : Int.random(in: 2...4, using: &random)
        let units = tree(leaves, &random)
        var rows: [TargetResult] = []
        for leaf in leaves {
          for year in years where !random.chance(9) {
            rows.append(row(leaf, "\(year)", figure(goal, &random)))
          }
        }
        guard let place = rows.indices.randomElement(using: &random) else { continue }
        let before = assess(goal, rows, units)
        var fewer = rows
        fewer.remove(at: place)
        check(before, assess(goal, fewer, units))
        rows[place].isConfirmed = false
        check(before, assess(goal, rows, units))
      }
    }
  }

  private func assess(_ goal: Target, _ rows: [TargetResult], _ units: [Unit]) -> Assessment {
    let whole = campaign([goal], rows, in: "2021-2024")
    return Assessor(directory(units, [whole])).assess(goal, unit: "so", period: .year(2024))
  }

  private func check(_ more: Assessment, _ less: Assessment) {
    if less.state.isOpen { return }
    #expect(
      more.state.isReached == less.state.isReached && !more.state.isOpen,
      "\(less.target.comparator) \(less.target.window): \(more.reason) → \(less.reason)")
  }

  @Test(arguments: [Comparator.zero, .all])
  func zeroAndAllWaitForEveryUnit(_ comparator: Comparator) {
    let goal = target(comparator, comparator == .zero ? "0" : "100", of: "%")
    let good = comparator == .zero ? "0/9" : "9/9"
    let partial = roll(goal, [row("a", "2024", good)])
    #expect(partial.state == .incomplete)
    #expect(partial.state.title == "Chưa đủ số liệu")
    #expect(partial.figure?.missing == ["b"])
    #expect(roll(goal, [row("a", "2024", good), row("b", "2024", good)]).state == .met)
    // One case, or one that is not among all, is enough to know.
    #expect(roll(goal, [row("a", "2024", "5/9")]).state == .missed)
  }

  // MARK: Trend

  @Test func trendIsAntisymmetric() {
    var random = Seeded(4)
    for _ in 0..<500 {
      var goal = target(Comparator.allCases.randomElement(using: &random) ?? .reach, "50")
      goal.direction =
        random.chance(2) ? nil : Indicator.Direction.allCases.randomElement(using: &random)
      if random.chance(2) { goal.unitOfMeasure = "ca" }
      let a = Figure(row("a", "2023", figure(goal, &random)), of: goal)
      let b = Figure(row("a", "2024", figure(goal, &random)), of: goal)
      let there = Trend(from: a, to: b, of: goal)
      let back = Trend(from: b, to: a, of: goal)
      #expect(there.course == back.course.opposite)
      #expect(there.isGood == back.isGood.map { !$0 })
      #expect(Trend(from: a, to: a, of: goal).course == .same)
      #expect(Trend(from: a, to: nil, of: goal).course == .unknown)
      #expect(Trend(from: nil, to: a, of: goal).course == .unknown)
    }
  }
}

extension TargetState {
  fileprivate var isOpen: Bool {
    switch self {
    case .incomplete, .unknown, .unquantified: true
    default: false
    }
  }
  fileprivate var isReached: Bool { self == .met || self == .exceeded }
  fileprivate var rank: Int { self == .exceeded ? 2 : self == .met ? 1 : 0 }
}

extension Trend.Course {
  fileprivate var opposite: Self {
    switch self {
    case .up: .down
    case .down: .up
    case .same, .unknown: self
    }
  }
}
