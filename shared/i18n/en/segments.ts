export const segments = {
  rfm: {
    'champions': {
      name: 'Champions', who: 'Were here lately, come often and spend much.',
      advice: 'Show them new things first and thank them by name.', cost: 'Costs you a quarter of an hour a week. No discount: they come anyway.',
    },
    'loyal': {
      name: 'Loyal customers', who: 'Come often and were here not long ago.',
      advice: 'Ask them to bring a friend or a neighbour, and thank them when it works.', cost: 'Costs a small gift per new customer, and only when that one buys.',
    },
    'big-spenders': {
      name: 'Big spenders', who: 'Spend much, but do not come that often.',
      advice: 'Call or write yourself to ask whether all is well, and say what goes well with it.', cost: 'Costs you five minutes per customer.',
    },
    'potential': {
      name: 'Regulars in the making', who: 'Were here lately and know where to find you.',
      advice: 'Give them a stamp card: a reason to buy from you again.', cost: 'Costs printing, and a reward once the card is full.',
    },
    'new': {
      name: 'New faces', who: 'Were here just now, and not often yet.',
      advice: 'Welcome them and help them along: how to get the most out of what they bought.', cost: 'Costs an hour of writing once; after that you send the same message.',
    },
    'promising': {
      name: 'First step taken', who: 'Bought little so far, and not long ago.',
      advice: 'Show what other customers bought next.', cost: 'Costs half an hour and an e-mail to those who want it.',
    },
    'attention': {
      name: 'A little attention', who: 'Came now and then, and not for a while.',
      advice: 'Let them hear something useful: a tip, a new product, an evening at the shop.', cost: 'Costs an hour each time. Leave discounts for later.',
    },
    'cannot-lose': {
      name: 'Not to be lost', who: 'Came often and spent much, but have been away for long.',
      advice: 'Call them yourself. Ask what is wrong and put it right.', cost: 'Costs ten minutes per customer, and at times something to make up for it.',
    },
    'at-risk': {
      name: 'Coming less', who: 'Came regularly, but have been away for long.',
      advice: 'Send a card saying you miss them, with something small to pick up.', cost: 'Costs a card and a stamp per customer, and the gift for those who come.',
    },
    'asleep': {
      name: 'Gone quiet', who: 'Bought little or long ago, but are worth one more try.',
      advice: 'Make one offer with an end date, and let some not get it to see whether it helps.', cost: 'Costs the discount, also for those who would have come at full price.',
    },
    'lost': {
      name: 'Long gone', who: 'Bought little, spent little and have been away very long.',
      advice: 'Leave them in peace and spend your time on the others.', cost: 'Costs nothing, and saves you postage.',
    },
  },
  rfmExplained: 'Every customer gets three marks from 1 to 5: how lately, how often and how much. A 5 means: at least four in five customers are below. Who is equal gets the same mark.',
  tiers: { top: 'Top {{share}}', next: 'Next {{share}}', rest: 'Everybody else' },
  concentration: 'The best {{customers}} of your customers bring {{value}} of the value.',
  growers: {
    name: 'Growers',
    who: 'Are not among your best fifth so far, but are expected to be (estimate).',
    advice: 'Get to know them: ask what they are looking for and show what else you have.',
    cost: 'Costs your attention, no discount.',
    none: 'At the moment nobody stands out.',
    unknown: 'Growers can be found once there are enough sales for an estimate.',
  },
  loyalty: {
    'title': 'Once or more often',
    'one-time': 'Bought once',
    'returning': 'Came back',
    'customers': 'Customers',
    'soFar': 'Average value so far, in {{basis}}',
    'averageOrder': 'Average order (revenue)',
    'shareOfRevenue': 'Share of revenue',
  },
  warnings: {
    'too-few-for-average': 'Fewer than 20 customers: the average says little yet, because a single customer can change it altogether.',
    'too-few-for-segment': 'Fewer than 100 customers: small for a plan of its own. Join segments, or take the outcome as rough.',
  },
  difference: {
    clear: 'These segments clearly differ in value.',
    slight: 'The segments differ, but little: a customer’s segment hardly tells what that customer is worth.',
    none: 'The difference between these segments may be chance.',
    unknown: 'There are too few customers to compare the segments.',
  },
} as const
