"""Training: from public datasets to the model that the package ships. Needs the extra `training`."""
