package deliver

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A peer is a place that rsync reaches, and the folder that readers of it see.
type peer struct{ address, dir string }

// daemon is the rsync program as a server of one module, behind a password.
func daemon(t *testing.T) peer {
	t.Helper()
	path := program(t, "rsync")
	dir := memory(t)
	must(t, os.Mkdir(filepath.Join(dir, "www"), 0o755))
	must(t, os.WriteFile(filepath.Join(dir, "secrets"), []byte("ban:mat khau\n"), 0o600))
	address := freePort(t)
	host, port, _ := strings.Cut(address, ":")
	conf := fmt.Sprintf("address = %s\nport = %s\nuse chroot = no\nsocket options = TCP_NODELAY\npid file = %s/pid\n[www]\npath = %s/www\nread only = no\nauth users = ban\nsecrets file = %s/secrets\n", host, port, dir, dir, dir)
	if os.Getuid() == 0 {
		conf = "uid = 0\ngid = 0\n" + conf
	}
	must(t, os.WriteFile(filepath.Join(dir, "conf"), []byte(conf), 0o600))
	started(t, address, exec.Command(path, "--daemon", "--no-detach", "--config="+filepath.Join(dir, "conf")))
	return peer{"rsync://ban@" + address + "/www/can-tho", filepath.Join(dir, "www", "can-tho")}
}

// secure is sshd for us alone, and ssh as rsync is told to call it.
func secure(t *testing.T) peer {
	t.Helper()
	program(t, "rsync")
	keygen := program(t, "ssh-keygen")
	if dir := "/usr/sbin"; !strings.Contains(os.Getenv("PATH"), dir) {
		t.Setenv("PATH", os.Getenv("PATH")+":"+dir)
	}
	sshd := program(t, "sshd")
	dir := t.TempDir() // sshd wants a folder that only its owner can write to
	for _, key := range []string{"host", "user"} {
		must(t, exec.Command(keygen, "-q", "-t", "ed25519", "-N", "", "-f", filepath.Join(dir, key)).Run())
	}
	must(t, os.MkdirAll("/run/sshd", 0o755))
	address := freePort(t)
	_, port, _ := strings.Cut(address, ":")
	conf := fmt.Sprintf("ListenAddress %s\nHostKey %s/host\nAuthorizedKeysFile %s/user.pub\nStrictModes no\nUsePAM no\nPidFile none\nPasswordAuthentication no\nPermitRootLogin yes\nSetEnv HOME=%s\n", address, dir, dir, dir) // no shell of ours is started with what its owner likes
	must(t, os.WriteFile(filepath.Join(dir, "conf"), []byte(conf), 0o600))
	started(t, address, exec.Command(sshd, "-D", "-e", "-f", filepath.Join(dir, "conf")))
	t.Setenv("RSYNC_RSH", fmt.Sprintf("ssh -p %s -i %s/user -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=%s/known -o LogLevel=ERROR -o ControlMaster=auto -o ControlPersist=5 -o ControlPath=%s/wire", port, dir, dir, dir))
	me, err := user.Current()
	must(t, err)
	www := filepath.Join(memory(t), "can-tho")
	return peer{me.Username + "@127.0.0.1:" + www, www}
}

func TestRemote(t *testing.T) {
	for name, start := range map[string]func(*testing.T) peer{"daemon": daemon, "ssh": secure} {
		t.Run(name, func(t *testing.T) {
			if name == "ssh" {
				long(t)
			}
			at := start(t)
			p := open(t, at.address, impatient(Options{Keep: 3}))
			one, two := version(1, 6), version(2, 6)
			public := built(t, one)
			r := publishOK(t, p, public)
			if r.Was != "" || r.Sent != len(one) || len(r.Kept) != 1 {
				t.Errorf("first: %+v", r)
			}
			same(t, seen(t, at.dir), one)
			if again := publishOK(t, p, public); again.Sent != 0 || again.Release != r.Release {
				t.Errorf("the same again: %+v", again)
			}
			two.write(t, public)
			r2 := publishOK(t, p, public)
			if r2.Was != r.Release || r2.Sent >= len(two) || r2.Sent == 0 {
				t.Errorf("second: %+v", r2)
			}
			same(t, seen(t, at.dir), two, "assets/site.0000000001.css")
			linked(t, at, r2.Release)
			if name == "ssh" { // the rest is the same program with the same words
				return
			}
			version(3, 5).write(t, public)
			r3 := publishOK(t, p, public)
			same(t, seen(t, at.dir), version(3, 5), "assets/site.0000000002.css")
			if r3.Removed != 2 {
				t.Errorf("third: %+v", r3)
			}
			if d, err := p.Verify(background, public); err != nil || !d.Clean() || d.Release != r3.Release {
				t.Errorf("verify: %+v %v", d, err)
			}
			back, err := p.Rollback(background, "")
			must(t, err)
			if back.From != r2.Release || len(back.Kept) != 3 {
				t.Errorf("back: %+v", back)
			}
			same(t, seen(t, at.dir), two, "assets/site.0000000003.css")
			two.write(t, public)
			publishOK(t, open(t, at.address, impatient(Options{Purge: true})), public)
			same(t, seen(t, at.dir), two)
			for name, text := range seen(t, at.dir+".bangvang") {
				if strings.Contains(text, "needs ") {
					t.Errorf("%s stays after purging", name)
				}
			}
			must(t, os.WriteFile(filepath.Join(at.dir, "theirs.html"), nil, 0o644))
			if _, err := p.Publish(background, public); !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "theirs.html") {
				t.Errorf("a file of others: %v", err)
			}
		})
	}
}

// linked fails unless the kept tree of a release is the live files themselves: nothing travelled for it.
func linked(t *testing.T, at peer, release string) {
	t.Helper()
	live, err := os.Stat(filepath.Join(at.dir, "index.html"))
	must(t, err)
	kept, err := os.Stat(filepath.Join(at.dir+".bangvang", release, "index.html"))
	must(t, err)
	if !os.SameFile(live, kept) {
		t.Error("the kept release is a copy")
	}
}

func TestRemoteRefuses(t *testing.T) {
	at := daemon(t)
	public := built(t, version(1, 1))
	tell := func(address, want string) {
		t.Helper()
		_, err := open(t, address, impatient(Options{})).Publish(background, public)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "giữ nguyên") || strings.Contains(err.Error(), "mat khau") {
			t.Errorf("%s: %v", address, err)
		}
	}
	tell(strings.Replace(at.address, "can-tho", "khong/co", 1), "tạo thư mục ấy")
	tell(strings.Replace(at.address, "www", "khac", 1), "module")
	tell("rsync://"+freePort(t)+"/www/x", "không nối được")
	t.Setenv("RSYNC_PASSWORD", "wrong")
	tell(at.address, "RSYNC_PASSWORD")
	for _, address := range []string{"rsync://host/module", "rsync://host/module/../x", "-oProxyCommand=x:y", "a b@host:x", "rsync://-x/m/p"} {
		if p, err := Open(address, Options{}); !errors.Is(err, ErrAddress) {
			if _, isFolder := p.to.(*folder); !isFolder {
				t.Errorf("%s: %v", address, err)
			}
		}
	}
}

// The line is cut before every call of the program: what is live stays whole, and the next run makes it good.
func TestRemoteCut(t *testing.T) {
	long(t)
	t.Parallel()
	const pages = 4
	at := daemon(t)
	public := filepath.Join(memory(t), "public")
	version(0, pages).write(t, public)
	publishOK(t, open(t, at.address, impatient(Options{Keep: 2})), public)
	cut, before := errors.New("cut"), 0
	for k, failed := 1, true; failed; k += max(1, 6/times(1)) {
		now := version(k, pages)
		now.write(t, public)
		n := 0
		opt := impatient(Options{Keep: 2, ask: func(context.Context, string) error {
			if n++; n > k {
				return cut
			}
			return nil
		}})
		_, err := open(t, at.address, opt).Publish(background, public)
		failed = err != nil
		if failed && !errors.Is(err, cut) {
			t.Fatal(err)
		}
		whole(t, at.dir, pages)
		_ = os.Remove(filepath.Join(at.dir+".bangvang", "lock.txt")) // of a run that did not die
		publishOK(t, open(t, at.address, impatient(Options{Keep: 2})), public)
		same(t, seen(t, at.dir), now, fmt.Sprintf("assets/site.%010x.css", before))
		before = k
	}
}

// kill -9 at random moments of deliveries by rsync, a reader polling.
func TestRemoteKilled(t *testing.T) {
	long(t)
	t.Parallel()
	const pages = 20
	at := daemon(t)
	public := [2]string{built(t, version(1, pages)), built(t, version(2, pages))}
	publishOK(t, open(t, at.address, impatient(Options{})), public[0])
	start := time.Now()
	must(t, deliverer(t, public[1], at.address).Wait())
	whole := time.Since(start)
	r := polling(fromFolder(at.dir), pages)
	random, killed := rand.New(rand.NewPCG(5, 6)), 0
	for i := range times(3) {
		cmd := deliverer(t, public[i%2], at.address)
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil {
			killed++
		}
	}
	r.end(t)
	t.Logf("measured: %d deliveries, %d killed", times(3), killed)
	publishOK(t, open(t, at.address, impatient(Options{})), public[0])
	same(t, seen(t, at.dir), version(1, pages), "assets/site.0000000002.css")
}

// A reader polls while site after site is delivered by rsync.
func TestRemoteReader(t *testing.T) {
	long(t)
	t.Parallel()
	const pages = 20
	at := daemon(t)
	public := filepath.Join(memory(t), "public")
	version(0, pages).write(t, public)
	p := open(t, at.address, impatient(Options{Keep: 2}))
	publishOK(t, p, public)
	r := polling(fromFolder(at.dir), pages)
	for n := range times(2) {
		version(n+1, pages).write(t, public)
		publishOK(t, p, public)
	}
	r.end(t)
}
