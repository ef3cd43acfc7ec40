"""What reaches a commune: telephone, internet, minutes on the road."""
