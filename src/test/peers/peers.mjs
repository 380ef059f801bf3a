// Alertmanager fires at the jar; Chromium sees the card, the escalation, the acknowledgement and the end, and a feed's address.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PATIENCE, freePort, play, seen, start as startIn, until } from './stage.mjs';

const { PEERS_JAVA: java, PEERS_WORK: work, PEERS_SHOTS: shots, PEERS_JAR: jar } = process.env;
const { chromium } = createRequire(join(work, 'node_modules', 'x.js'))('playwright-core');

const start = (command, args, env) => startIn(work, command, args, env);

// What is looked at waits for itself.
const see = async (what, check) => {
  await check();
  seen(what);
};

const fire = (alertmanager, alert) =>
  fetch(`${alertmanager}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify([alert]),
  }).then((answer) => {
    if (!answer.ok) throw new Error(`Alertmanager answered ${answer.status}`);
  });

async function run() {
  const [arkePort, amPort] = [await freePort(), await freePort()];
  const arke = `http://127.0.0.1:${arkePort}`;
  const alertmanager = `http://127.0.0.1:${amPort}`;
  copyFileSync(new URL('team.yaml', import.meta.url), join(work, 'team.yaml'));
  writeFileSync(
    join(work, 'alertmanager.yml'),
    `route: {receiver: arke, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
receivers:
  - name: arke
    webhook_configs: [{url: "${arke}/in/a-key-of-some-length/alertmanager", send_resolved: true}]
`,
  );
  const startArke = () =>
    start(java, ['-XX:+UseSerialGC', '-jar', jar, 'serve'], {
      ARKE_HTTP_PORT: String(arkePort),
      ARKE_SANDBOX: 'on',
      ARKE_TEAM_FILE: 'team.yaml',
      CHECKOUT_KEY: 'a-key-of-some-length',
    });
  const isReady = () => until('/ready', async () => (await fetch(`${arke}/ready`)).ok);
  const first = startArke();
  start('prometheus-alertmanager', [
    '--config.file=alertmanager.yml',
    '--storage.path=am',
    `--web.listen-address=127.0.0.1:${amPort}`,
    '--cluster.listen-address=',
  ]);
  await see('Arke is ready', isReady);
  await until('Alertmanager', async () => (await fetch(`${alertmanager}/-/ready`)).ok);

  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });
  try {
    const open = async (path) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(PATIENCE);
      await page.goto(`${arke}/sandbox/${path}`);
      return page;
    };
    const channel = await open('alice/payments');
    const bob = await open('bob/@bob');
    const alert = {
      labels: { alertname: 'DiskFull', severity: 'critical', instance: 'db-3' },
      annotations: { summary: 'Disk of db-3 is full' },
      generatorURL: 'http://prometheus.invalid/graph',
    };
    await fire(alertmanager, alert);
    await see('the card in the channel', () => channel.getByText('Disk of db-3 is full').first().waitFor());
    await channel.screenshot({ path: join(shots, 'channel-triggered.png') });
    first.kill('SIGKILL');
    await new Promise((resolve) => first.once('exit', resolve));
    startArke();
    await see('Arke is ready again after a kill -9', isReady);
    await see("the escalation in bob's direct messages", () => bob.getByText('Disk of db-3 is full').first().waitFor());
    await bob.screenshot({ path: join(shots, 'bob-paged.png') });
    await bob.getByRole('button', { name: 'Acknowledge' }).first().click();
    await see("bob's page says that he has it", () => bob.getByText(/You have it/).first().waitFor());
    await see('the card in the channel says that bob has it', () =>
      channel.getByText(/has had it since/).first().waitFor(),
    );
    await channel.screenshot({ path: join(shots, 'channel-acknowledged.png') });
    await see("a note through the menu of bob's card", async () => {
      await bob.getByText('More', { exact: true }).first().click();
      await bob.getByRole('button', { name: 'Note…' }).first().click();
      await bob.getByLabel('Your note').fill('it is the logs');
      await bob.getByRole('button', { name: 'Add', exact: true }).click();
      await bob.getByText(/Your note is in the timeline/).first().waitFor();
    });
    await see('the command line completes by Tab and remembers by the arrow keys', async () => {
      const line = channel.locator('#line');
      const holds = (text) => until(`"${text}" in the command line`, async () => (await line.inputValue()) === text);
      await line.pressSequentially('who pay');
      await channel.getByRole('option', { name: /payments/ }).first().waitFor();
      await line.press('Tab');
      await holds('who payments ');
      await line.press('Enter');
      await channel.getByText('On call for payments').waitFor();
      await line.press('ArrowUp');
      await holds('who payments');
    });
    const alice = await open('alice/@alice');
    await see("alice's page became a stub", () => alice.getByText(/has had it since/).first().waitFor());
    await alice.screenshot({ path: join(shots, 'alice-stub.png') });
    await fire(alertmanager, { ...alert, endsAt: new Date().toISOString() });
    await see('the card says that it is resolved', () => channel.getByText('Resolved').first().waitFor());
    await see('nobody was paged twice', async () => {
      for (const page of [alice, bob]) {
        const pages = await page.getByText('Disk of db-3 is full').count();
        if (pages !== 1) throw new Error(`${pages} pages instead of one`);
      }
    });
    await channel.screenshot({ path: join(shots, 'channel-resolved.png') });
    await see("a feed's address, told to bob alone, is read by python3-icalendar", async () => {
      await bob.locator('#line').fill('/oncall feed payments');
      await bob.locator('#line').press('Enter');
      const address = bob.getByText(/\/calendar\/[\w-]{43}\.ics/).first();
      await address.waitFor();
      const path = (await address.textContent()).match(/\/calendar\/[\w-]+\.ics/)[0];
      const read = spawnSync('/usr/bin/python3', [fileURLToPath(new URL('feed.py', import.meta.url)), arke + path]);
      if (read.status !== 0) throw new Error(`feed.py: ${read.stderr}${read.stdout}`);
    });
  } finally {
    await browser.close();
  }
}

await play('peers', run);
