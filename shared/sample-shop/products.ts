export type ProductGroup = 'coffee' | 'coffee-gear' | 'tea' | 'tea-gear' | 'treat'
export type SampleProduct = {
  readonly sku: string
  readonly group: ProductGroup
  readonly nl: string
  readonly en: string
  readonly priceCents: number
  /** How often it is picked among the products of its group. */
  readonly weight: number
}

/** A coffee and tea web shop. Prices include VAT, as an owner would see them. */
export const sampleProducts: readonly SampleProduct[] = [
  { sku: 'KB-101', group: 'coffee', nl: 'Espressobonen Huismelange 500 g', en: 'House espresso beans 500 g', priceCents: 1295, weight: 9 },
  { sku: 'KB-102', group: 'coffee', nl: 'Espressobonen Huismelange 1 kg', en: 'House espresso beans 1 kg', priceCents: 2395, weight: 6 },
  { sku: 'KB-103', group: 'coffee', nl: 'Ethiopië Yirgacheffe 250 g', en: 'Ethiopia Yirgacheffe 250 g', priceCents: 995, weight: 6 },
  { sku: 'KB-104', group: 'coffee', nl: 'Colombia Huila 250 g', en: 'Colombia Huila 250 g', priceCents: 895, weight: 5 },
  { sku: 'KB-105', group: 'coffee', nl: 'Cafeïnevrij 250 g', en: 'Decaf 250 g', priceCents: 945, weight: 2 },
  { sku: 'KB-106', group: 'coffee', nl: 'Filterkoffie snelmaling 250 g', en: 'Filter coffee ground 250 g', priceCents: 695, weight: 4 },
  { sku: 'KB-107', group: 'coffee', nl: 'Proefpakket drie bonen', en: 'Tasting set three beans', priceCents: 2150, weight: 2 },
  { sku: 'KG-201', group: 'coffee-gear', nl: 'Handmolen staal', en: 'Hand grinder steel', priceCents: 6995, weight: 2 },
  { sku: 'KG-202', group: 'coffee-gear', nl: 'Elektrische molen', en: 'Electric grinder', priceCents: 12900, weight: 1 },
  { sku: 'KG-203', group: 'coffee-gear', nl: 'Cafetière 1 liter', en: 'French press 1 litre', priceCents: 2995, weight: 3 },
  { sku: 'KG-204', group: 'coffee-gear', nl: 'Opgietfilter keramiek', en: 'Ceramic dripper', priceCents: 1995, weight: 3 },
  { sku: 'KG-205', group: 'coffee-gear', nl: 'Papieren filters 100 stuks', en: 'Paper filters 100 pieces', priceCents: 495, weight: 8 },
  { sku: 'KG-206', group: 'coffee-gear', nl: 'Melkkannetje 350 ml', en: 'Milk jug 350 ml', priceCents: 1650, weight: 2 },
  { sku: 'TH-301', group: 'tea', nl: 'Earl Grey los 100 g', en: 'Earl Grey loose 100 g', priceCents: 650, weight: 7 },
  { sku: 'TH-302', group: 'tea', nl: 'Sencha groen 100 g', en: 'Sencha green 100 g', priceCents: 845, weight: 6 },
  { sku: 'TH-303', group: 'tea', nl: 'Rooibos vanille 100 g', en: 'Rooibos vanilla 100 g', priceCents: 595, weight: 6 },
  { sku: 'TH-304', group: 'tea', nl: 'Verse munt en gember 80 g', en: 'Mint and ginger 80 g', priceCents: 575, weight: 5 },
  { sku: 'TH-305', group: 'tea', nl: 'Darjeeling eerste pluk 100 g', en: 'Darjeeling first flush 100 g', priceCents: 1495, weight: 2 },
  { sku: 'TH-306', group: 'tea', nl: 'Theeproeverij zes smaken', en: 'Tea tasting six flavours', priceCents: 1850, weight: 2 },
  { sku: 'TG-401', group: 'tea-gear', nl: 'Theepot gietijzer 0,8 l', en: 'Cast iron teapot 0.8 l', priceCents: 4495, weight: 1 },
  { sku: 'TG-402', group: 'tea-gear', nl: 'Glazen theepot 1 l', en: 'Glass teapot 1 l', priceCents: 2795, weight: 2 },
  { sku: 'TG-403', group: 'tea-gear', nl: 'Theezeef rvs', en: 'Tea strainer steel', priceCents: 795, weight: 5 },
  { sku: 'TR-501', group: 'treat', nl: 'Amandelkoekjes 200 g', en: 'Almond biscuits 200 g', priceCents: 450, weight: 6 },
  { sku: 'TR-502', group: 'treat', nl: 'Stroopwafels tien stuks', en: 'Stroopwafels ten pieces', priceCents: 550, weight: 6 },
  { sku: 'TR-503', group: 'treat', nl: 'Pure chocolade 100 g', en: 'Dark chocolate 100 g', priceCents: 425, weight: 4 },
]

/** What tends to come along with what: gear with its drink, a treat with either. */
export const companions: Readonly<Record<ProductGroup, readonly ProductGroup[]>> = {
  'coffee': ['coffee', 'coffee', 'coffee-gear', 'treat'],
  'coffee-gear': ['coffee', 'coffee', 'coffee-gear'],
  'tea': ['tea', 'tea', 'tea-gear', 'treat'],
  'tea-gear': ['tea', 'tea', 'treat'],
  'treat': ['coffee', 'tea'],
}
