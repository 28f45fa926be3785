// The folder of an Electron other than the one that the electron package downloads: the stand-in's, in a rehearsal.
const electronDist = process.env.ELECTRON_OVERRIDE_DIST_PATH

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'invalid.example.stamgast', // to be replaced by whoever signs and publishes
  productName: 'Stamgast',
  executableName: 'stamgast',
  copyright: 'The Stamgast developers, MIT licence',
  directories: { output: electronDist ? 'out/rehearsal' : 'out/dist', buildResources: 'build/icons' },
  // All JavaScript is bundled, except the native module: of that, only what it loads at run time is shipped.
  files: [
    'package.json', 'LICENSE', 'out/{main,preload,renderer}/**', '!**/*.map',
    '!node_modules/**', 'node_modules/{bindings,file-uri-to-path}/*.{js,json}',
    'node_modules/sqlite3/{package.json,LICENSE,lib/*.js,build/Release/*.node}',
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false, // sqlite3 is N-API: one build loads in Node and in Electron
  ...(electronDist ? {} : { electronLanguages: ['en-US', 'nl'] }), // the stand-in has no languages of its own
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  icon: 'build/icons/icon.png',
  // On newer Ubuntu only the deb brings the AppArmor profile that Electron's sandbox needs; the app never runs without its sandbox.
  linux: { target: ['AppImage', 'deb'], category: 'Office', synopsis: 'Customer value for small shops, offline', maintainer: 'The Stamgast developers <stamgast@example.invalid>' },
  deb: { packageCategory: 'misc' },
  mac: { target: [{ target: 'dmg', arch: ['arm64', 'x64'] }], category: 'public.app-category.business', hardenedRuntime: true, gatekeeperAssess: false },
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
  publish: null, // no update server: the app asks nothing of the network
  electronDist,
}
