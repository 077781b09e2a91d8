#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "server/state.hpp"

namespace bienban::server {

class Daemon;
class Door;

/// The register, open to a browser.
class Server {
public:
	/// Opens register and accounts, and listens. Fails as State::open() and Daemon::listen() do, or with
	/// "serve-open" (an address other than loopback and no proxy) or "serve-proxy" (no origin with https).
	static base::Result<std::unique_ptr<Server>> start(Settings settings);
	~Server();
	Server(const Server&) = delete;
	Server& operator=(const Server&) = delete;

	/// Where it is to be opened: the proxy's origin, else this machine's address and port.
	std::string origin() const;
	/// Where this machine listens: "http://127.0.0.1:8080".
	std::string local() const;
	/// The link by which the first administrator is made; empty where there is one.
	std::string setup_link();
	/// Answers what is at work, and ends.
	void stop();

private:
	Server();
	std::unique_ptr<State> m_state;
	std::unique_ptr<Door> m_door;
	std::unique_ptr<Daemon> m_daemon;
};

/// "127.0.0.1:8080", "[::1]:8080", "8080": an address and a port. Fails with "serve-address".
struct Address {
	std::string host = "127.0.0.1";
	std::uint16_t port = 8080;
};
base::Result<Address> address_of(const std::string& word);

/// Whether only this machine can reach it.
bool is_loopback(const std::string& host);

}  // namespace bienban::server
