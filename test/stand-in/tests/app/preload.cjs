const { contextBridge, ipcRenderer, webUtils } = require('electron')
const hello = new Promise((done) => { ipcRenderer.on('hello', (_event, value) => done(value)) })
contextBridge.exposeInMainWorld('small', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  later: () => ipcRenderer.invoke('later'),
  sender: () => ipcRenderer.invoke('sender'),
  hello: () => hello,
  pathOf: (file) => webUtils.getPathForFile(file),
  refuse: () => { throw new RangeError('not so') },
})
