document.getElementById('app').textContent = JSON.parse(document.getElementById('words').textContent).getHelp;
