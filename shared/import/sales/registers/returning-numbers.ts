type Column = { readonly length: number; readonly at: (index: number) => number }

/** What is known of each order, by its index. `customers` holds -1 where nobody is named. */
type Orders = { readonly totals: ArrayLike<number>; readonly days: ArrayLike<number>; readonly customers: ArrayLike<number> }

/** The orders of one number, each on a day of its own; the first is the one that has the number for its index. */
type Group = readonly number[]

export type ReturnPlan = {
  /** Orders that are part of another one. */
  readonly joins: readonly { readonly from: number; readonly into: number }[]
  /** Orders that have their number in common with others, on other days. */
  readonly restarted: readonly { readonly number: number; readonly order: number }[]
}

/** All orders per number, of the numbers that came back. */
export function groupsByNumber(numbers: Column, orders: Column): ReadonlyMap<number, Group> {
  const groups = new Map<number, number[]>()
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers.at(index)
    const group = groups.get(number)
    if (group) group.push(orders.at(index))
    else groups.set(number, [number, orders.at(index)])
  }
  return groups
}

/**
 * Tells what to make of order numbers that come back on another day, with other numbers between. One sale is spread over
 * days where invoices list work by the day, or are paid in parts: the same customer returns with the number. Where a till
 * starts numbering again every day or month, the numbers return for other customers or for nobody known. What most of
 * the numbers of a file do holds for the file: then what was sold on each day is an order of its own. Money given back belongs to the
 * last sale before it with that number, of that customer. `isStartedAgain` is for a file of which that is known.
 */
export function planReturns(groups: ReadonlyMap<number, Group>, orders: Orders, isStartedAgain = startsAgain(groups, orders)): ReturnPlan {
  const joins: { from: number; into: number }[] = []
  const restarted: { number: number; order: number }[] = []
  for (const [number, group] of groups) {
    const sales = salesOf(group, orders)
    if (!isStartedAgain || sales.length < 2) {
      for (const from of group) if (from !== number) joins.push({ from, into: number })
      continue
    }
    const ofDays = new Map<number, number>()
    for (const sale of sales) ofDays.set(orders.days[sale] ?? 0, ofDays.get(orders.days[sale] ?? 0) ?? sale)
    const [all, onePerDay] = [new Set(sales), [...ofDays.values()]]
    for (const order of group) {
      const own = all.has(order) ? order : saleOf(order, onePerDay, orders)
      const day = orders.days[own] ?? 0
      const into = ofDays.get(day) ?? own
      ofDays.set(day, into)
      if (into === order) restarted.push({ number, order })
      else joins.push({ from: order, into })
    }
  }
  return { joins, restarted }
}

/** The orders of a number that brought money, earliest first. */
function salesOf(group: Group, { totals, days }: Orders): number[] {
  return group.filter((order) => (totals[order] ?? 0) > 0).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0))
}

/** Whether more numbers come back for somebody else than for the same customer. */
function startsAgain(groups: ReadonlyMap<number, Group>, orders: Orders): boolean {
  let votes = 0
  for (const group of groups.values()) {
    const sales = salesOf(group, orders)
    for (let index = 1; index < sales.length; index++) {
      const customer = orders.customers[sales[index] ?? 0] ?? -1
      votes += customer >= 0 && customer === orders.customers[sales[index - 1] ?? 0] ? -1 : 1
    }
  }
  return votes > 0
}

/** The sale that a refund belongs to; the refund itself where its sale is not in the file. */
function saleOf(refund: number, sales: readonly number[], { days, customers }: Orders): number {
  const customer = customers[refund] ?? -1
  const earlier = sales.filter((sale) => (days[sale] ?? 0) <= (days[refund] ?? 0))
  return earlier.findLast((sale) => customers[sale] === customer) ?? (customer < 0 ? earlier.at(-1) : undefined) ?? refund
}
