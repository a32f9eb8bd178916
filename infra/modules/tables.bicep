// The storage account that keeps the line's tables and nothing else. It has no keys: anyone who reaches it is somebody.

@description('Name of the account, unique in the world: lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Keeps three copies in three zones instead of one.')
param zoneRedundant bool

@description('Closes the account to the internet.')
param isPrivate bool

@description('With isPrivate: public IPv4 addresses that may reach it all the same.')
param openTo array

@description('Object id of the server\'s identity.')
param serverPrincipalId string

@description('Entra group of the operators; empty for none.')
param operatorsGroupId string

@description('Keeps the account from being deleted by mistake.')
param locked bool

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
  }
  properties: {
    // no shared keys and so no connection strings that could leak: Entra identities only
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate && empty(openTo) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: [
        for address in openTo: {
          value: address
          action: 'Allow'
        }
      ]
    }
  }
}

var tableContributor = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
)

// The server reads and writes every table, and makes the missing ones when it starts; for that a role on single
// tables would not do, which is why the account holds nothing else.
resource serverKeeps 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, serverPrincipalId, tableContributor)
  scope: account
  properties: {
    roleDefinitionId: tableContributor
    principalId: serverPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Operators make backups and restore them (README.md); with no shared keys there is no other way in. What is sealed
// stays sealed to them unless they also read the vault.
resource operatorsRestore 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(account.id, operatorsGroupId, tableContributor)
  scope: account
  properties: {
    roleDefinitionId: tableContributor
    principalId: operatorsGroupId
    principalType: 'Group'
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds every question, answer and tally of the line.'
  }
}

@description('Resource id of the account.')
output accountId string = account.id

@description('TABLES_ENDPOINT of the server.')
output endpoint string = account.properties.primaryEndpoints.table
