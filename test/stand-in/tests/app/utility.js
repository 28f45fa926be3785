process.parentPort.on('message', ({ data }) => {
  if (data.exit !== undefined) process.exit(data.exit)
  process.parentPort.postMessage({ heard: data, pid: process.pid, args: process.argv.slice(2), type: process.type })
})
